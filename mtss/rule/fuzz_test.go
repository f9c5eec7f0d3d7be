package rule_test

import (
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// tape gives out bytes, and zeros when it has run out.
type tape []byte

func (b *tape) next(below int) int {
	if len(*b) == 0 {
		return 0
	}
	first := int((*b)[0])
	*b = (*b)[1:]
	return first % below
}

var thresholds = []string{
	"", "80%", "4/5", "0%", "100%", "101%", "-5%", "1/3", "44 points", "0 points", "-1 points", "5 people", "12 hours", "12.5 hours", "3", "-3",
	"2026-01-20", "2024-02-29", "2026-02-30", "yes", "no", "partial", "80", "1/0", "999999999999999/1", "0.00000000000001%", "x y", " ",
}

func (b *tape) text() string { return thresholds[b.next(len(thresholds))] }

func (b *tape) texts() []string {
	texts := []string{}
	for range b.next(4) {
		texts = append(texts, b.text())
	}
	return texts
}

func (b *tape) name() string {
	names := []string{"", "gone", "subscales", "none", "broken"}
	for _, m := range vocabulary.Measures {
		names = append(names, m.Name, m.Name, m.Name)
	}
	return names[b.next(len(names))]
}

func (b *tape) compare(c *rule.Comparison) {
	switch b.next(7) {
	case 0:
		c.AtLeast = b.text()
	case 1:
		c.MoreThan = b.text()
	case 2:
		c.AtMost = b.text()
	case 3:
		c.LessThan = b.text()
	case 4:
		c.Between = []string{b.text(), b.text()}
		if b.next(8) == 0 {
			c.Between = b.texts()
		}
	case 5:
		c.Is = b.text()
	case 6:
		c.OneOf = b.texts()
	}
}

func (b *tape) nodes(depth int) []rule.Node {
	nodes := []rule.Node{}
	for range b.next(4) {
		nodes = append(nodes, b.node(depth-1))
	}
	return nodes
}

func (b *tape) node(depth int) (n rule.Node) {
	kinds := 8
	if depth <= 0 {
		kinds = 4
	}
	switch b.next(kinds) {
	case 0, 1, 2:
		n.Measure = b.name()
		b.compare(&n.Comparison)
		if b.next(8) == 0 {
			n.Last = b.next(5) - 1
		}
	case 3:
		n.Each = []string{}
		for range b.next(4) {
			n.Each = append(n.Each, b.name())
		}
		b.compare(&n.Comparison)
	case 4:
		n.All = b.nodes(depth)
	case 5:
		n.Any = b.nodes(depth)
	case 6:
		inner := b.node(depth - 1)
		n.Not = &inner
	case 7:
		n.AtLeastOf, n.Of = b.next(5)-1, b.nodes(depth)
	}
	if b.next(32) == 0 { // an operator or a comparison too many
		b.compare(&n.Comparison)
		n.Any = b.nodes(0)
	}
	return n
}

func (b *tape) ratio() mtss.Ratio {
	if b.next(6) == 0 {
		return mtss.Ratio{}
	}
	r := mtss.NewRatio(int64(b.next(256))-100, int64(b.next(200)+1))
	if b.next(16) == 0 {
		r = r.Mul(mtss.NewRatio(1<<62+1, 1<<61+7)).Mul(mtss.NewRatio(1<<61+9, 1<<62+3))
	}
	return r
}

func (b *tape) tally() mtss.Tally {
	t := mtss.Tally{Earned: int64(b.next(60)), Possible: int64(b.next(120)), Unknown: int64(b.next(20))}
	switch b.next(16) {
	case 0:
		t.Possible = mtss.MaxCount
	case 1:
		t.Earned = -1 << 63
	case 2:
		t.Unknown = 1<<63 - 1
	}
	return t
}

func (b *tape) value(depth int) rule.Value {
	switch b.next(10) {
	case 0:
		return rule.Value{}
	case 1:
		return rule.NotApplicable()
	case 2, 3:
		return rule.Of(b.tally())
	case 4:
		return rule.OfSpan(mtss.Span{Low: b.ratio(), High: b.ratio()})
	case 5:
		return rule.OfMean([]mtss.Tally{b.tally(), b.tally(), b.tally()})
	case 6:
		return rule.OfYesNo(mtss.Verdict(b.next(3) - 1))
	case 7:
		return rule.OfDate(mtss.Date{Year: 2020 + b.next(10), Month: b.next(13), Day: b.next(32)})
	case 8:
		return rule.OfCategory(b.text())
	}
	var series []rule.Dated
	for range b.next(4) * depth {
		series = append(series, rule.Dated{On: mtss.Date{Year: 2020 + b.next(10), Month: 1, Day: 1}, Value: b.value(depth - 1)})
	}
	return rule.OfSeries(series...)
}

// FuzzCompile makes a node and values of the bytes, good or bad. Nothing
// panics; a refusal has issues below the node's path; a judge says what he explains.
func FuzzCompile(f *testing.F) {
	for i := range 64 {
		seed := make([]byte, 96)
		for j := range seed {
			seed[j] = byte(i*37 + j*j*11 + j*i*5)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b := tape(data)
		values := make([]rule.Value, b.next(len(vocabulary.Measures)+2))
		for i := range values {
			values[i] = b.value(1)
		}
		node := b.node(4)
		j, err := rule.Compile("/n", node, vocabulary)
		if err != nil {
			checkRefusal(t, err)
			return
		}
		verdict, finding := j.Verdict(values), j.Explain(values)
		if verdict != finding.Verdict || verdict < mtss.NotMet || verdict > mtss.Met {
			t.Fatalf("judged %v, explained %+v", verdict, finding)
		}
		if len(finding.Sentences()) == 0 {
			t.Fatalf("%+v: no sentences", finding)
		}
		checkNeeds(t, finding)
		if _, err := json.Marshal(finding); err != nil {
			t.Fatal(err)
		}
	})
}

func checkRefusal(t *testing.T, err error) {
	issues := mtss.Issues(err)
	if len(issues) == 0 {
		t.Fatalf("%v has no issues", err)
	}
	for _, issue := range issues {
		if len(issue.Path) < 2 || issue.Path[:2] != "/n" || issue.Code == "" || issue.Message == "" {
			t.Fatalf("issue %+v", issue)
		}
	}
}

// checkNeeds wants no need where the verdict is met, and sensible numbers elsewhere.
func checkNeeds(t *testing.T, f rule.Finding) {
	for _, n := range f.Needed {
		good := n.Gap != "" || n.EvenIf <= max(n.More, n.Fewer) && n.EvenIf >= 0 && (n.More > 0) != (n.Fewer > 0)
		settled := f.Verdict == mtss.Undetermined && n.EvenIf > 0 || f.Verdict == mtss.NotMet && n.EvenIf == 0 && n.Gap == ""
		if f.Verdict == mtss.Met || !good || settled {
			t.Fatalf("%+v needs %+v", f, n)
		}
	}
	for _, child := range f.Children {
		checkNeeds(t, child)
	}
}
