package mtss_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func TestAnswer(t *testing.T) {
	for _, test := range []struct {
		why    string
		answer mtss.Answer
		want   mtss.Verdict
	}{
		{"a yes", mtss.Yes, mtss.Met},
		{"a no", mtss.No, mtss.NotMet},
		{"whoever was asked cannot say", mtss.Unsure, mtss.Undetermined},
		{"nothing was said", "", mtss.Undetermined},
		{"another spelling is no answer, and not a no", "Yes", mtss.Undetermined},
	} {
		if got := test.answer.Verdict(); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
}
