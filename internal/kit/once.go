package kit

import (
	"reflect"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Once looks for elements of a list that are there again: key says which of them
// are to be one, "" for an element that stands by itself. It returns the places of
// the elements to count, rising, and of each of the others its place and that of
// the first of its key: in again where the two are the same, in other where they
// are not.
func Once[T any](list []T, key func(*T) string) (places []int, again, other [][2]int) {
	var all seen.Records[int]
	for i := range list {
		k := key(&list[i])
		if k == "" {
			places = append(places, i)
			continue
		}
		switch at, known, same := all.Add(k, Content(&list[i]), i); {
		case !known:
			places = append(places, i)
		case same:
			again = append(again, [2]int{i, at})
		default:
			other = append(other, [2]int{i, at})
		}
	}
	return places, again, other
}

// Content is all that a record says, but for the day on which it was recorded: whoever
// passes it on may not know that. It is "" where it cannot be written, which is
// reported elsewhere.
func Content[T any](v *T) string {
	same := *v
	if s := reflect.ValueOf(&same).Elem(); s.Kind() == reflect.Struct {
		if recorded := s.FieldByName("Recorded"); recorded.IsValid() {
			recorded.SetZero()
		}
	}
	text, err := strict.Append(nil, &same)
	if err != nil {
		return ""
	}
	return string(text)
}

// Recorded reports a record that was entered before its own day.
func Recorded(recorded, own mtss.Date) []mtss.Issue {
	if recorded.IsZero() || !recorded.Valid() || !recorded.Before(own) {
		return nil
	}
	return []mtss.Issue{mtss.Issuef("/recorded", mtss.CodeRecorded, "was entered on %s, want its own day, %s, or a later one", recorded, own)}
}

// Kept returns the elements of a list at some places.
func Kept[T any](list []T, places []int) []T {
	out := make([]T, len(places))
	for k, i := range places {
		out[k] = list[i]
	}
	return out
}

// Sound returns the places of the documents of a list that are good, each once, and
// of those that are there again their places and those of the first. A document is
// known by its id, or without one by all that it says. What is wrong is reported:
// the problems of bad documents, which are left out, and with the code one id for
// two that say different things, both of which are.
func Sound[T any](list string, all []T, id func(*T) string, validate func(*T) error, code mtss.Code, found *Problems) (places []int, again [][2]int) {
	each, again, other := Once(all, func(v *T) string {
		if id := id(v); id != "" {
			return "id " + id
		}
		return Content(v)
	})
	bad := map[int]bool{}
	for _, pair := range other {
		bad[pair[1]] = true
		found.Fail(pointer.Element(list, pair[0])+"/id", code, "%q is the id of %s already, which says something else", id(&all[pair[0]]), pointer.Element(list, pair[1]))
	}
	for _, i := range each {
		err := validate(&all[i])
		found.Add(strict.Under(pointer.Element(list, i), mtss.Issues(err))...)
		if err == nil && !bad[i] {
			places = append(places, i)
		}
	}
	return places, again
}
