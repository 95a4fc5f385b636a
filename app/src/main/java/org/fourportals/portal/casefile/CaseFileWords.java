package org.fourportals.portal.casefile;

import org.springframework.stereotype.Component;

/** The words of a case's clock and of the fields in doubt that it rests on. */
@Component("casefile.CaseFileWords")
public record CaseFileWords(ClockWords clock, ReportWords reports) {
}
