package kit

import "reflect"

// Once looks for elements of a list that are there again: key says which of them
// are to be one, "" for an element that stands by itself. It returns the places of
// the elements to count, rising, and of each of the others its place and that of
// the first of its key: in again where the two are the same, in other where they
// are not.
func Once[T any](list []T, key func(*T) string) (places []int, again, other [][2]int) {
	first := make(map[string]int, len(list))
	for i := range list {
		k := key(&list[i])
		at, known := first[k]
		switch {
		case k == "" || !known:
			first[k] = i
			places = append(places, i)
		case reflect.DeepEqual(list[at], list[i]):
			again = append(again, [2]int{i, at})
		default:
			other = append(other, [2]int{i, at})
		}
	}
	return places, again, other
}

// Kept returns the elements of a list at some places.
func Kept[T any](list []T, places []int) []T {
	out := make([]T, len(places))
	for k, i := range places {
		out[k] = list[i]
	}
	return out
}
