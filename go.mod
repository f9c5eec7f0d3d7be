module github.com/openmtss/mtss-go

go 1.26
