package strict

import "strings"

// member reads a name, a colon and a value. A member that cannot count (its
// name is a repetition, broken or too long) is read and dropped.
func (p *parser) member(mark int, index *map[string]int32) bool {
	at := p.pos
	if p.peek() != '"' {
		return p.fail(p.pos, "a name in double quotes")
	}
	s, ok := p.quoted()
	if !ok {
		return false
	}
	p.space()
	if p.peek() != ':' {
		return p.fail(p.pos, "':'")
	}
	p.pos++
	p.space()
	name := s.read(p.src)
	keep := p.named(mark, at, s, name, index)
	return p.memberValue(at, s, name, keep)
}

func (p *parser) memberValue(at int, s quoted, name string, keep bool) bool {
	n := node{at: int32(at), nameEnd: int32(s.to)}
	if s.escaped {
		n.flags = escapedName
	}
	if len(name) > MaxName {
		name = clip(name)
	}
	if s.bad != "" {
		name = strings.ToValidUTF8(name, "\uFFFD")
	}
	before := len(p.stack)
	p.enter(name)
	ok := p.value(n)
	if ok {
		p.leave()
	}
	if !keep {
		p.stack = p.stack[:before]
	}
	return ok
}

// named reports whether a member with this name counts.
func (p *parser) named(mark, at int, s quoted, name string, index *map[string]int32) bool {
	shown := strings.ToValidUTF8(clip(name), "\uFFFD")
	switch {
	case len(name) > MaxName:
		p.dropped(shown, at)
		p.addMember(shown, CodeLarge, "has a name of %d bytes at %s, want at most %d", len(name), p.doc.near(at), MaxName)
	case s.bad != "":
		name = strings.ToValidUTF8(name, "\uFFFD")
		p.dropped(name, at)
		p.addMember(name, CodeUTF8, "has %s in its name at %s, want UTF-8", s.bad, p.doc.near(s.badAt))
	case p.seen(mark, name, index):
		p.dropped(name, at)
		p.addMember(name, CodeDuplicate, "is written again at %s, want each name once", p.doc.near(at))
	default:
		return true
	}
	return false
}

// dropped remembers where a member stands that is not in the tree.
func (p *parser) dropped(name string, at int) {
	if p.full {
		return
	}
	p.enter(name)
	p.doc.lose(p.path(), at)
	p.leave()
}

// seen reports whether the open object has the name already. From wideObject
// members on it keeps an index, so that the work stays linear.
func (p *parser) seen(mark int, name string, index *map[string]int32) bool {
	siblings := p.stack[mark:]
	if len(siblings) < wideObject {
		for i := range siblings {
			// Most names differ in length or at their end, which costs less to see.
			n := &siblings[i]
			if length := int(n.nameEnd-n.at) - 1; n.flags&escapedName == 0 &&
				(length != len(name) || length > 0 && p.src[n.nameEnd-1] != name[length-1]) {
				continue
			}
			if p.doc.name(n) == name {
				return true
			}
		}
		return false
	}
	if *index == nil {
		*index = make(map[string]int32, 2*wideObject)
		for i := range siblings {
			(*index)[p.doc.name(&siblings[i])] = int32(i)
		}
	}
	if _, ok := (*index)[name]; ok {
		return true
	}
	(*index)[name] = int32(len(siblings))
	return false
}
