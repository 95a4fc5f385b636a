package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairDraft;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CommonChanges;
import org.fourportals.catalogue.CommonChanges.Place;
import org.fourportals.catalogue.EditOutcome;
import org.fourportals.catalogue.Editions;
import org.fourportals.catalogue.SaveDraft;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Field;
import org.fourportals.portal.kit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The changes that editors make most, as a form: words in both languages, promised days, the fee. What they save is the draft. */
@Controller("office.ChangePages")
@MayCall(Role.EDITOR)
class ChangePages {

    private static final String PREFIX = "c.";

    private final Catalogue catalogue;
    private final Editions editions;
    private final Drafting drafting;

    ChangePages(Catalogue catalogue, Editions editions, Drafting drafting) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.drafting = drafting;
    }

    @GetMapping("/office/affairs/{id}/change")
    String show(Page page, Model model, @PathVariable String id) {
        return show(page, model, find(id), Map.of(), List.of());
    }

    @PostMapping("/office/affairs/{id}/change")
    String save(Page page, Actor actor, Model model, @PathVariable String id, @RequestParam int revision, @RequestParam UUID key,
            @RequestParam Map<String, String> parameters, RedirectAttributes next) {
        Affair affair = find(id);
        String text = text(id);
        SequencedMap<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Place place : CommonChanges.of(text)) {
            String value = parameters.getOrDefault(PREFIX + place.path(), place.value()).strip();
            if (!value.equals(place.value().strip())) {
                values.put(place.path(), value);
                if (!CommonChanges.fits(place.kind(), value)) {
                    problems.add(new Problem(PREFIX + place.path(), page.t("workbench.change." + place.kind().name().toLowerCase(java.util.Locale.ROOT) + ".wrong")));
                }
            }
        }
        if (!problems.isEmpty()) {
            return show(page, model, affair, values, problems);
        }
        if (values.isEmpty()) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("workbench.change.none"));
            return "redirect:" + page.url("/affairs/" + id + "/change");
        }
        EditOutcome outcome = drafting.save(actor, new SaveDraft.Request(id, revision, CommonChanges.apply(text, values), ""), key);
        if (outcome instanceof EditOutcome.Overtaken) {
            return show(page, model, affair, values, List.of(new Problem(null, page.t("workbench.publish.overtaken"))));
        }
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("workbench.saved"));
        return "redirect:" + page.url("/affairs/" + id + "/edit");
    }

    private String show(Page page, Model model, Affair affair, Map<String, String> typed, List<Problem> problems) {
        SequencedMap<String, SequencedMap<String, List<Field>>> groups = new LinkedHashMap<>();
        for (Place place : CommonChanges.of(text(affair.id()))) {
            String name = PREFIX + place.path();
            groups.computeIfAbsent(place.group(), group -> new LinkedHashMap<>()).computeIfAbsent(place.entry(), entry -> new ArrayList<>())
                    .add(Field.of(name, label(page, place)).value(typed.getOrDefault(place.path(), place.value())).error(Problem.of(problems, name)));
        }
        model.addAttribute("id", affair.id());
        model.addAttribute("name", page.t(affair.name()));
        model.addAttribute("groups", groups);
        model.addAttribute("revision", editions.revision(affair.id()));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("problems", problems);
        return "office/change";
    }

    private static String label(Page page, Place place) {
        String[] parts = place.path().split("\\.");
        String last = parts[parts.length - 1];
        boolean words = place.kind() == CommonChanges.Kind.WORDS;
        String field = page.t("workbench.change.field." + (words ? parts[parts.length - 2] : last));
        return words ? field + " · " + page.t("workbench.change." + last) : field;
    }

    private String text(String id) {
        return editions.findDraft(id).map(AffairDraft::text).or(() -> catalogue.findText(id)).orElse("");
    }

    private Affair find(String id) {
        return catalogue.findAffair(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
