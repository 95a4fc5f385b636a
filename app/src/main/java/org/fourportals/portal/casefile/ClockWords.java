package org.fourportals.portal.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.fourportals.casework.DeadlineStory;
import org.fourportals.casework.DeadlineStory.Line;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a deadline is what it is, in sentences: for staff by the law's words, for the applicant in plain ones. */
@Component("casefile.ClockWords")
public class ClockWords {

    private final Catalogue catalogue;

    ClockWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public List<String> forStaff(Page page, List<Line> lines) {
        return lines.stream().map(line -> sentence(page, "casefile.clockline.", line)).toList();
    }

    public List<String> forApplicant(Page page, List<Line> lines) {
        return lines.stream().map(line -> sentence(page, "apply.clockline.", line)).toList();
    }

    private String sentence(Page page, String words, Line line) {
        return switch (line) {
            case DeadlineStory.Filed(var day, var first) -> page.t(words + "filed", page.date(day), page.date(first));
            case DeadlineStory.Promised(int days) -> page.t(words + (days == 0 ? "at-once" : "promised"), days);
            case DeadlineStory.Free(boolean holiday, var spans) -> page.t(words + (holiday ? "holidays" : "weekends"), spans(page, spans));
            case DeadlineStory.Moved(var days) -> page.t(words + "moved", spans(page, days));
            case DeadlineStory.Deemed(var on) -> page.t(words + "deemed", page.date(on));
            case DeadlineStory.StoodStill stood -> stood(page, words, stood);
            case DeadlineStory.TakenBack(var refused, var reopened, var department, var reason) ->
                page.t(words + "taken-back", page.date(refused), page.date(reopened), department(page, department), reason(page, reason));
            case DeadlineStory.Extended(var on, int days, var department, var reason) ->
                page.t(words + "extended", page.date(on), days, department(page, department), reason(page, reason));
            case DeadlineStory.Due due -> due(page, words, due);
            case DeadlineStory.Ended(var on, var how) -> page.t(words + "ended", page.date(on), page.t("casefile.event." + how.name()));
        };
    }

    private String stood(Page page, String words, DeadlineStory.StoodStill stood) {
        LocalDate until = stood.until();
        String department = department(page, stood.department());
        return until == null ? page.t(words + "still", page.date(stood.from()), department, reason(page, stood.reason()))
                : page.t(words + "stood-still", page.date(stood.from()), page.date(until), department, reason(page, stood.reason()));
    }

    private static String due(Page page, String words, DeadlineStory.Due due) {
        LocalDate day = due.day();
        if (day == null) {
            return page.t(words + "no-due", due.used(), due.promised());
        }
        return due.late() > 0 ? page.t(words + "late", page.date(day), due.used(), due.late()) : page.t(words + "due", page.date(day), due.used(), due.promised() - due.used());
    }

    private String department(Page page, @Nullable String id) {
        return id == null ? page.t("casefile.clockline.clerk") : page.t(catalogue.department(id).name());
    }

    private static String reason(Page page, String reason) {
        return reason.isBlank() ? page.t("casefile.clockline.no-reason") : reason;
    }

    private static String spans(Page page, List<DeadlineStory.Span> spans) {
        return spans.stream().map(span -> span.from().equals(span.to()) ? page.date(span.from())
                : page.t("casefile.clockline.span", page.date(span.from()), page.date(span.to()))).collect(Collectors.joining(page.t("casefile.clockline.and")));
    }
}
