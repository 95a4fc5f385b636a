package org.fourportals.portal.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan.Refused;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.circumstances.Standing;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the interview ends without a checklist: why, what to do instead, and the way back to the answers. */
@Controller
@RequestMapping({"/apply/{id}/outcome", "/m/apply/{id}/outcome", "/kiosk/apply/{id}/outcome", "/counter/apply/{id}/outcome"})
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
final class OutcomePage {

    private final Drafting drafting;
    private final Answers answers;
    private final Catalogue catalogue;

    OutcomePage(Drafting drafting, Answers answers, Catalogue catalogue) {
        this.drafting = drafting;
        this.answers = answers;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id) {
        return drafting.open(page, actor, request, id, draft -> switch (draft.progress().standing()) {
            case Standing.Refused refused -> page(draft, model, reasons(draft, refused), null);
            case Standing.Impossible impossible -> page(draft, model, List.of(), AnswerFault.because(draft, impossible)
                    .orElseGet(() -> page.t("apply.question.fault.together")));
            case Standing.Asking asking -> draft.to("");
            case Standing.Listed listed -> draft.to("");
        });
    }

    private String page(Opened draft, Model model, List<Reason> reasons, @Nullable String because) {
        model.addAttribute("draft", draft);
        model.addAttribute("reasons", reasons);
        model.addAttribute("because", because);
        model.addAttribute("lines", answers.all(draft, ""));
        return "apply/outcome";
    }

    private List<Reason> reasons(Opened draft, Standing.Refused refused) {
        return draft.plan().refusals().stream().filter(r -> refused.refusals().contains(r.id())).map(r -> reason(draft.page(), r)).toList();
    }

    private Reason reason(Page page, Refused refused) {
        Optional<Affair> other = Optional.ofNullable(refused.affair()).flatMap(catalogue::findAffair);
        return new Reason(page.t(refused.reason()), page.t(refused.instead()), other.map(a -> page.t(a.name())).orElse(null),
                other.map(a -> page.url("/affairs/" + a.id())).orElse(null));
    }
}
