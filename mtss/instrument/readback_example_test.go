package instrument_test

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// A stored document is read by its type, as strictly as when it came in.
func ExampleDecodeResult() {
	stored := []byte(`{"kind":"result","schemaVersion":1,"instrument":{"id":"toy","version":"1","digest":"d"},
		"unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","missing":"unknown",
		"total":{"earned":43,"possible":54,"unknown":0,"percent":"79.6","low":"79.6","high":"79.6"},
		"points":{"earned":43,"possible":54,"unknown":0},"subscales":[],"criteria":[],
		"items":{"scored":27,"missing":[],"notApplicable":[],"unscored":{}},"caveats":[]}`)
	result, err := mtss.Decode[instrument.Result](stored)
	if err != nil {
		fmt.Println(mtss.Issues(err))
		return
	}
	fmt.Println(result.Unit.ID, result.Total.Tally.Earned, "of", result.Total.Tally.Possible)
	// Output: d-1 43 of 54
}
