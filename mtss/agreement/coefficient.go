package agreement

import (
	"math/big"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Coefficient is agreement corrected for chance: 1 is perfect, 0 is what
// chance would give, below 0 is worse than chance.
type Coefficient struct {
	// Value is the exact coefficient, 1 at most, or undefined. Compare Value, not
	// what String prints.
	Value mtss.Ratio `json:"value,omitzero"`
	// Raters is how many raters the table has.
	Raters int `json:"raters" jsonschema:"minimum=0"`
	// Units is how many units were compared: those that two or more raters rated.
	Units int `json:"units" jsonschema:"minimum=0"`
	// Ratings is how many ratings these units were given.
	Ratings int `json:"ratings" jsonschema:"minimum=0"`
	// LeftOut is how many units were left out, because fewer than two raters rated them.
	LeftOut int `json:"leftOut" jsonschema:"minimum=0"`
	// Undefined is the code for why Value is undefined; "" if it is defined.
	Undefined mtss.Code `json:"undefined,omitempty" jsonschema:"enum=agreement.undefined.weights,enum=agreement.undefined.metric,enum=agreement.undefined.raters,enum=agreement.undefined.pairs,enum=agreement.undefined.variation"`
}

// String returns the value rounded half up to three decimals, such as "0.743", to as
// many more as tell it from perfect agreement, or "undefined" and why.
func (c Coefficient) String() string {
	if !c.Value.Defined() {
		return "undefined: " + c.reason()
	}
	text := c.Value.Decimal(3)
	for decimals := 4; decimals <= 12 && strings.HasPrefix(text, "1.") && !c.Value.Equal(mtss.Whole(1)); decimals++ {
		text = c.Value.Decimal(decimals)
	}
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}

func (c Coefficient) reason() string {
	switch c.Undefined {
	case UndefinedWeights:
		return "no such weights"
	case UndefinedMetric:
		return "no such metric"
	case UndefinedRaters:
		return "wrong number of raters"
	case UndefinedPairs:
		return "no unit has two ratings"
	case UndefinedVariation:
		return "all ratings are the same"
	}
	return "not computed"
}

// compared returns a coefficient that has its counts and no value yet.
func (t RatingTable) compared() Coefficient {
	c := Coefficient{Raters: len(t.raters)}
	for _, u := range t.units {
		if u.pairable() {
			c.Units++
			c.Ratings += len(u)
		} else {
			c.LeftOut++
		}
	}
	return c
}

// undefined returns the coefficient with the reason for having no value.
func (c Coefficient) undefined(why mtss.Code) Coefficient {
	c.Undefined = why
	return c
}

// ratio returns x as a Ratio, however large.
func ratio(x *big.Rat) mtss.Ratio {
	if x.Num().IsInt64() && x.Denom().IsInt64() {
		return mtss.NewRatio(x.Num().Int64(), x.Denom().Int64())
	}
	return whole(x.Num()).Quo(whole(x.Denom()))
}

// whole returns n, put together from its bytes, the highest first.
func whole(n *big.Int) mtss.Ratio {
	sum := mtss.Whole(0)
	for _, digit := range n.Bytes() {
		sum = sum.Mul(mtss.Whole(256)).Add(mtss.Whole(int64(digit)))
	}
	return sum.Mul(mtss.Whole(int64(n.Sign())))
}
