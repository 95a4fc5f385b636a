package org.fourportals.portal.assist;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Assistant;
import org.fourportals.assistant.Phrasing;
import org.fourportals.assistant.Place;
import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.search.Missed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asking the assistant. The panel on a page fetches these pages' insides; without scripts they are pages of their own. A question is posted, so
 * that it stands in no address and in no log of addresses.
 */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class AssistantPages {

    private static final int LONGEST = 500;
    private static final int EXAMPLES = 3;

    private final Assistant assistant;
    private final FairLimit limit;
    private final Missed missed;
    private final Phrasing phrasing;

    AssistantPages(Assistant assistant, Phrasing phrasing, FairLimit limit, Missed missed) {
        this.phrasing = phrasing;
        this.assistant = assistant;
        this.limit = limit;
        this.missed = missed;
    }

    @GetMapping({"/assistant", "/m/assistant", "/kiosk/assistant", "/counter/assistant", "/office/assistant"})
    String open(Page page, @RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String inside, Model model) {
        return shown(page, Places.clean(page.portal(), at), inside, model);
    }

    @PostMapping({"/assistant", "/m/assistant", "/kiosk/assistant", "/counter/assistant", "/office/assistant"})
    String ask(Page page, Actor actor, HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String inside, @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String about, Model model) {
        String from = Places.clean(page.portal(), at);
        Place place = Places.of(page.portal(), from);
        if (!limit.admits(visitor(actor, request))) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("fault", page.t("assist.too-many"));
        } else {
            String asked = question.length() <= LONGEST ? question : question.substring(0, LONGEST);
            Answer answer = assistant.answer(actor, going(place, about), asked);
            if (answer.meant() instanceof Answer.Meant.Unsure && !asked.isBlank()) {
                missed.note(asked, page.language(), Missed.Source.ASSISTANT_UNSURE);
            }
            model.addAttribute("answer", AnswerView.of(page, new Whereto(page, place, from), asked.strip(), answer, phrasing.lines(answer, page.language(), asked)));
        }
        return shown(page, from, inside, model);
    }

    @PostMapping({"/assistant/rating", "/m/assistant/rating", "/kiosk/assistant/rating", "/counter/assistant/rating", "/office/assistant/rating"})
    String rate(Page page, Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String inside,
            @RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String helped, Model model) {
        if (helped.equals("no") && !question.isBlank() && limit.admits(visitor(actor, request))) {
            missed.note(question.length() <= LONGEST ? question : question.substring(0, LONGEST), page.language(), Missed.Source.ASSISTANT_POOR);
        }
        model.addAttribute("thanks", page.t(helped.equals("no") ? "assist.thanks.poor" : "assist.thanks"));
        return shown(page, Places.clean(page.portal(), at), inside, model);
    }

    /** Where the page speaks of nothing, the question goes on from what the last answer spoke of. */
    private static Place going(Place place, String about) {
        return place.affair() == null && place.caseId() == null && about.matches("[a-z0-9][a-z0-9-]{0,79}") ? Place.affair(place.portal(), Place.Kind.AFFAIR, about) : place;
    }

    private static String visitor(Actor actor, HttpServletRequest request) {
        return actor instanceof Actor.Visitor ? "address:" + request.getRemoteAddr() : actor.id();
    }

    private static String shown(Page page, String at, String inside, Model model) {
        Place place = Places.of(page.portal(), at);
        model.addAttribute("at", at);
        model.addAttribute("examples", examples(page, place));
        return inside.isEmpty() ? "assist/page" : "assist/inside";
    }

    /** What people ask on such a page. */
    private static List<String> examples(Page page, Place place) {
        String kind = switch (place.kind()) {
            case AFFAIR, INTERVIEW -> "affair";
            case APPLY -> "apply";
            case CASE, CASES -> "case";
            case MACHINE -> "machine";
            case HOME, WALLET, CENTRES, WINDOW, OTHER -> "home";
        };
        return java.util.stream.IntStream.rangeClosed(1, EXAMPLES).mapToObj(n -> page.t("assist.example." + kind.toLowerCase(Locale.ROOT) + "." + n)).toList();
    }
}
