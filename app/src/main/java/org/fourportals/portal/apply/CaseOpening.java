package org.fourportals.portal.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.casework.Progress.AtHand;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.springframework.stereotype.Component;

/** Opens a case for whoever may see it, with what was handed in. */
@Component
final class CaseOpening {

    private final Cases cases;
    private final Interview interview;
    private final Papers papers;

    CaseOpening(Cases cases, Interview interview, Papers papers) {
        this.cases = cases;
        this.interview = interview;
        this.papers = papers;
    }

    /** @throws DraftGone if there is none for this actor, or it was thrown away */
    Opened open(Page page, Actor actor, UUID id) {
        Case about = cases.find(actor, id).filter(c -> c.state() != CaseState.DISCARDED).orElseThrow(DraftGone::new);
        return new Opened(page, about, interview.progress(about));
    }

    /** Like {@link #open}, for whoever may act as the applicant. */
    Opened openToAct(Page page, Actor actor, UUID id) {
        Opened opened = open(page, actor, id);
        if (!cases.mayActAsApplicant(actor, opened.draft())) {
            throw new DraftGone();
        }
        return opened;
    }

    List<CasePaper> papers(Opened opened) {
        Page page = opened.page();
        return opened.progress().checklist().stream().map(line -> new CasePaper(page.t(line.requirement().name()),
                papers.whence(page, line.atHand()), papers.tag(page, line.atHand()),
                document(line).filter(d -> !page.at(Portal.KIOSK)).map(d -> opened.act("/documents/" + d)).orElse(null))).toList();
    }

    /** The documents of the wallet on which the case rests. */
    boolean restsOn(Opened opened, UUID document) {
        return opened.draft().content().evidence().values().stream().anyMatch(e -> document.equals(e.document()))
                || opened.progress().checklist().stream().anyMatch(line -> document(line).filter(document::equals).isPresent());
    }

    private static Optional<UUID> document(Progress.Line line) {
        return line.atHand() instanceof AtHand.Document document ? Optional.of(document.id()) : Optional.empty();
    }

    List<Line> form(Opened opened) {
        Page page = opened.page();
        return opened.progress().form().stream().filter(line -> !line.value().isBlank())
                .map(line -> Line.of(page.t(line.field().label()), papers.wording().value(page, line.field(), line.value()))).toList();
    }
}
