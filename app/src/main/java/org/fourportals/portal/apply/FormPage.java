package org.fourportals.portal.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.FillForm;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form: only what nobody knows is asked, everything typed is kept as it is typed, right or wrong. */
@Controller
@RequestMapping({"/apply/{id}/form", "/m/apply/{id}/form", "/kiosk/apply/{id}/form", "/counter/apply/{id}/form"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class FormPage {

    /** Longer than this is not kept, only shown again with what is wrong. */
    private static final int KEPT = 4_000;

    private final Drafting drafting;
    private final FormFields fields;
    private final FillForm fill;
    private final CityTime time;

    FormPage(Drafting drafting, FormFields fields, FillForm fill, CityTime time) {
        this.drafting = drafting;
        this.fields = fields;
        this.fill = fill;
        this.time = time;
    }

    /**
     * @param own   fields the city knows but the resident says are wrong
     * @param check whether she tried to hand in already, so that what is missing is said at once
     */
    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> own, @RequestParam(required = false) String check,
            @RequestParam(defaultValue = "") String from) {
        return drafting.openListed(page, actor, request, id, draft -> {
            Map<String, String> kept = draft.progress().form().stream().filter(line -> !line.filled())
                    .filter(line -> check != null || !line.value().isBlank())
                    .collect(Collectors.toMap(line -> line.field().id(), line -> line.value()));
            return page(draft, model, kept, own, fields.problems(draft, kept, time.today()), from);
        });
    }

    @PostMapping
    String fill(Page page, Actor actor, HttpServletRequest request, Model model, RedirectAttributes next, @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> own, @RequestParam(defaultValue = "") String from,
            @RequestParam MultiValueMap<String, String> sent) {
        return drafting.openListed(page, actor, request, id, draft -> {
            Map<String, String> typed = FormFields.typed(draft, own, sent);
            keep(actor, id, typed);
            List<Problem> problems = fields.problems(draft, typed, time.today());
            if (sent.containsKey("later")) {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("apply.form.kept"));
                return "redirect:" + Opened.mine(page);
            }
            if (!problems.isEmpty()) {
                return page(draft, model, typed, own, problems, from);
            }
            return draft.to(draft.progress().missing().isEmpty() ? "/check" : "/checklist");
        });
    }

    /** Keeps what is typed while it is typed. */
    @PostMapping("/autosave")
    ResponseEntity<Void> autosave(Page page, Actor actor, HttpServletRequest request, @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> own, @RequestParam MultiValueMap<String, String> sent) {
        String done = drafting.openListed(page, actor, request, id, draft -> {
            keep(actor, id, FormFields.typed(draft, own, sent));
            return "";
        });
        return done.isEmpty() ? ResponseEntity.noContent().build() : ResponseEntity.status(409).build();
    }

    private void keep(Actor actor, UUID id, Map<String, String> typed) {
        Map<String, String> kept = typed.entrySet().stream().filter(e -> e.getValue().length() <= KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        drafting.change(actor, fill, new FillForm.Request(id, kept));
    }

    private String page(Opened draft, Model model, Map<String, String> typed, Set<String> own, List<Problem> problems, String from) {
        model.addAttribute("draft", draft);
        model.addAttribute("form", fields.view(draft, typed, own, problems));
        model.addAttribute("problems", problems);
        model.addAttribute("back", draft.url(from.equals("check") ? "/check" : "/checklist"));
        return "apply/form";
    }
}
