package coaching

import "github.com/openmtss/mtss-go/mtss"

// The documents that this package follows. A locator leads to the place.

func slides(locator string) mtss.Source {
	return mtss.Source{Title: "District coaching system, coaching support session, MiMTSS Technical Assistance Center", Locator: locator}
}

func deliveryPlan() mtss.Source {
	return mtss.Source{Title: "Coaching Service Delivery Plans, MiMTSS Technical Assistance Center", URL: "https://mimtsstac.org/teams-roles/specialized-functions/school-leadership-team-coaches/coaching-service-delivery-plans"}
}

func practiceProfile() mtss.Source {
	return mtss.Source{Title: "Practice Profile for Coaching, SISEP", Edition: "1.8", Year: 2019, URL: "https://dokumen.tips/documents/practice-profile-for-coaching-implementation-research-practice-profile-for-coaching.html"}
}

func carolina() mtss.Source {
	return mtss.Source{Title: "Positive behavior coordinators, frequently asked questions, North Carolina Department of Public Instruction", URL: "http://www.ncpublicschools.org/positivebehavior/faq/coordinators"}
}
