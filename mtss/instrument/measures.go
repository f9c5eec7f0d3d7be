package instrument

import (
	"github.com/openmtss/mtss-go/mtss/rule"
)

// protocolKept is the measure of a kept protocol.
const protocolKept = "protocol.kept"

// Vocabulary returns the measures that [Result.Facts] gives of the instrument,
// each named with the prefix: "dca.total", a subscale such as "dca.leadership",
// a criterion such as "dca.minimum-capacity.met", and "dca.protocol.kept", by which a
// rule can ask that the protocol was kept before a criterion counts. The groups of the
// subscales, such as "dca.subscales", are there too.
func (d Definition) Vocabulary(prefix string) rule.Vocabulary {
	v := d.vocabulary()
	for i := range v.Measures {
		v.Measures[i].Name = prefix + "." + v.Measures[i].Name
	}
	for i := range v.Groups {
		v.Groups[i].Name = prefix + "." + v.Groups[i].Name
		for k := range v.Groups[i].Members {
			v.Groups[i].Members[k] = prefix + "." + v.Groups[i].Members[k]
		}
	}
	for _, c := range d.Criteria {
		v.Measures = append(v.Measures, rule.Measure{Name: prefix + "." + c.ID + ".met", Kind: rule.KindYesNo})
	}
	return v
}

// Facts returns what the result measured, by the names of
// [Definition.Vocabulary], each of the day of the administration. What the result
// does not have is missing.
func (r Result) Facts(prefix string) rule.Facts {
	facts := rule.Facts{prefix + "." + protocolKept: rule.OfYesNo(r.ProtocolKept)}
	if r.Total != nil {
		facts[prefix+".total"] = r.Total.value()
	}
	for _, s := range r.Subscales {
		facts[prefix+"."+s.ID] = s.value()
	}
	for _, c := range r.Criteria {
		facts[prefix+"."+c.ID+".met"] = rule.OfYesNo(c.Verdict)
	}
	for name, value := range facts {
		facts[name] = value.OnDay(r.Date)
	}
	return facts
}

// value is the score as rules compare it.
func (s Score) value() rule.Value {
	switch {
	case s.OfSubscales != nil:
		return rule.OfSpan(*s.OfSubscales)
	case s.NotApplicable:
		return rule.NotApplicable()
	case s.Tally.Possible == 0:
		return rule.Value{} // all its answers are left out
	}
	return rule.OfPart(s.Tally, s.Full, s.Prorated)
}
