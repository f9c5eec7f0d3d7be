// Package conformance shows that the strict decoders of this library and its
// JSON Schemas accept the same documents. It generates documents from each
// schema, breaks some of them, and asks both the decoder and an independent
// validator. Where they differ is written down in beyond_test.go, with the reason.
package conformance
