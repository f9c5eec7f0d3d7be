package coaching_test

import "testing"

func TestReportReadsBack(t *testing.T) {
	r, _, err := year(documents(t))
	if err != nil {
		t.Fatal(err)
	}
	again := back(t, "report", r)
	back(t, "needs", r.Needs())
	items, _ := r.Items()
	back(t, "evidence", items)
	same(t, "facts", encoded(t, r.Facts()), encoded(t, again.Facts()))
	same(t, "notices", encoded(t, r.Notices()), encoded(t, again.Notices()))
}
