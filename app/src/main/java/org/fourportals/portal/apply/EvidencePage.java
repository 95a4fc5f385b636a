package org.fourportals.portal.apply;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Progress;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Brings one line of the checklist: by a file, a document of the wallet, a declaration, or at the counter by the original. */
@Controller
@RequestMapping({"/apply/{id}/evidence/{requirement}", "/m/apply/{id}/evidence/{requirement}", "/kiosk/apply/{id}/evidence/{requirement}",
        "/counter/apply/{id}/evidence/{requirement}"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class EvidencePage {

    private final Drafting drafting;
    private final EvidenceViews views;
    private final Bringing bringing;

    EvidencePage(Drafting drafting, EvidenceViews views, Bringing bringing) {
        this.drafting = drafting;
        this.views = views;
        this.bringing = bringing;
    }

    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String requirement,
            @RequestParam(name = LargeUploads.PARAMETER, required = false) @Nullable String tooLarge) {
        Problem fault = tooLarge == null ? null : Bringing.tooLarge(page);
        return drafting.openListed(page, actor, request, id, draft -> draft.progress().line(requirement)
                .map(line -> page(draft, line, request, model, fault)).orElseGet(() -> draft.to("/checklist")));
    }

    /** Takes the request itself, since reading a file that is too large fails and must be answered on this page. */
    @PostMapping
    String bring(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String requirement) {
        return drafting.openListed(page, actor, request, id, draft -> {
            Optional<Progress.Line> line = draft.progress().line(requirement);
            if (line.isEmpty()) {
                return draft.to("/checklist");
            }
            Brought sent = Brought.of(request);
            Optional<String> fault = bringing.bring(draft, actor, line.get().requirement(), sent);
            return fault.map(words -> page(draft, line.get(), request, model, new Problem(sent.field(), words)))
                    .orElseGet(() -> draft.to("/checklist"));
        });
    }

    private String page(Opened draft, Progress.Line line, HttpServletRequest request, Model model, @Nullable Problem fault) {
        model.addAttribute("about", draft);
        model.addAttribute("view", views.of(draft, line.requirement(), line.atHand(), request));
        model.addAttribute("fault", fault);
        return "apply/evidence";
    }
}
