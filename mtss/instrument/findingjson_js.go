package instrument

// appendPlain leaves all to the plan, which a browser has loaded anyway.
func (c *CriterionResult) appendPlain([]byte) (out []byte, ok bool) { return nil, false }
