package mtss

// Notice is something that a reader of a result must know besides: what it does
// not cover, what it rests on, what was left out. It is not an error.
type Notice struct {
	// Code is the stable name of what is noticed.
	Code Code `json:"code"`
	// Message says it in a sentence.
	Message string `json:"message"`
	// Template is the message with {0}, {1} and so on in place of what is
	// particular, so that a host can look up its translation.
	Template string `json:"template,omitzero"`
	// Params fill in the places of the template, in their order.
	Params []string `json:"params,omitempty"`
	// Subject is what the notice is about, such as "record p3"; "" for the
	// result as a whole.
	Subject string `json:"subject,omitzero"`
	// Source is where what is noticed is stated; the zero value where nobody
	// needs to look it up.
	Source Source `json:"source,omitzero"`
}

// Noticef returns a notice with a formatted message, and what it was made of.
func Noticef(code Code, format string, args ...any) Notice {
	i := Issuef("", code, format, args...) // which go vet follows
	return Notice{Code: i.Code, Message: i.Message, Template: i.Template, Params: i.Params}
}

// String returns the message, after its subject if there is one: "swpbis: 1 of 3
// intended practitioners not observed".
func (n Notice) String() string {
	if n.Subject == "" {
		return n.Message
	}
	return n.Subject + ": " + n.Message
}

// About returns the notice with a subject.
func (n Notice) About(subject string) Notice {
	n.Subject = subject
	return n
}
