package org.fourportals.portal.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairDraft;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.EditOutcome;
import org.fourportals.catalogue.Editions;
import org.fourportals.catalogue.ModelConditions;
import org.fourportals.catalogue.SaveDraft;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The text of an affair as its editor writes it. It is proved as she types and whenever she saves; a draft with faults is kept all the same, and
 * what is in force does not change. When a colleague was quicker both texts stand on the page and nothing is lost.
 */
@Controller("office.DraftPages")
@MayCall(Role.EDITOR)
class DraftPages {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_NOTE = 400;

    private final Catalogue catalogue;
    private final Editions editions;
    private final Drafting drafting;

    DraftPages(Catalogue catalogue, Editions editions, Drafting drafting) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.drafting = drafting;
    }

    /** What stands in the form. `theirs` is the colleague's text where she was quicker. */
    private record Typed(int revision, String text, String note, @Nullable AffairDraft theirs, List<Problem> problems) {
    }

    @GetMapping("/office/affairs/{id}/edit")
    String show(Page page, Model model, @PathVariable String id) {
        Affair affair = find(id);
        Optional<AffairDraft> draft = editions.findDraft(id);
        String text = draft.map(AffairDraft::text).or(() -> catalogue.findText(id)).orElse("affair: " + id + "\n");
        return show(page, model, affair, new Typed(editions.revision(id), text, draft.map(AffairDraft::note).orElse(""), null, List.of()));
    }

    @PostMapping("/office/affairs/{id}/edit")
    String save(Page page, Actor actor, Model model, @PathVariable String id, @RequestParam int revision, @RequestParam UUID key,
            @RequestParam String text, @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "save") String act,
            RedirectAttributes next) {
        if (act.equals("check")) {
            return show(page, model, find(id), new Typed(revision, text, note, null, List.of()));
        }
        return save(page, actor, model, new SaveDraft.Request(id, revision, text, note), key, next);
    }

    /** The language switch of a form shown again leads here. */
    @GetMapping("/office/affairs/{id}/edit/file")
    String back(Page page, @PathVariable String id) {
        return "redirect:" + page.url("/affairs/" + find(id).id() + "/edit");
    }

    @PostMapping("/office/affairs/{id}/edit/file")
    String take(Page page, Actor actor, Model model, @PathVariable String id, @RequestParam int revision, @RequestParam UUID key,
            @RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
        Affair affair = find(id);
        String text = file.getSize() > 4L * Editions.MOST ? null : decoded(file.getBytes());
        if (text == null || text.isBlank()) {
            Problem problem = new Problem("file", page.t("workbench.file.wrong"));
            String before = editions.findDraft(id).map(AffairDraft::text).or(() -> catalogue.findText(id)).orElse("");
            return show(page, model, affair, new Typed(revision, before, "", null, List.of(problem)));
        }
        if (text.stripLeading().startsWith("<")) {
            return takeModel(page, actor, model, affair, revision, key, text, next);
        }
        return save(page, actor, model, new SaveDraft.Request(id, revision, text, page.t("workbench.file.note")), key, next);
    }

    /** The conditions of a DMN model come into the text as it stands, a draft if there is a sound one; all else in it stays. */
    private String takeModel(Page page, Actor actor, Model model, Affair affair, int revision, UUID key, String xml, RedirectAttributes next) {
        String before = editions.findDraft(affair.id()).map(AffairDraft::text).or(() -> catalogue.findText(affair.id())).orElse("");
        AffairPlan plan = editions.check(affair.id(), before).plan().orElse(null);
        if (plan == null) {
            return show(page, model, affair, new Typed(revision, before, "", null, List.of(new Problem("file", page.t("workbench.model.unsound")))));
        }
        return switch (ModelConditions.apply(plan, before, xml, affair.id() + ".dmn")) {
            case ModelConditions.Taken.NotRead(var problems) -> show(page, model, affair, new Typed(revision, before, "", null,
                    problems.stream().limit(MOST_PROBLEMS).map(problem -> new Problem("file", problem.toString())).toList()));
            case ModelConditions.Taken.Into(_, var replaced, var notes) when replaced.isEmpty() -> show(page, model, affair,
                    new Typed(revision, before, "", null, said(page, page.t("workbench.model.same"), notes)));
            case ModelConditions.Taken.Into(String text, var replaced, var notes) -> {
                String note = page.t("workbench.model.note", String.join(", ", replaced));
                String saved = save(page, actor, model, new SaveDraft.Request(affair.id(), revision, text, note.substring(0, Math.min(MOST_NOTE, note.length()))), key, next);
                yield saved.startsWith("redirect:") && notes.isEmpty() ? saved
                        : show(page, model, affair, new Typed(editions.revision(affair.id()), text, note, null, said(page, note, notes)));
            }
        };
    }

    private static List<Problem> said(Page page, String first, List<String> notes) {
        return Stream.concat(Stream.of(first), notes.stream().limit(MOST_PROBLEMS).map(note -> page.t("workbench.model.look", note)))
                .map(words -> new Problem("file", words)).toList();
    }

    /** For the module of the page: what is wrong with what she has typed so far. */
    @PostMapping(path = "/office/affairs/{id}/edit/check", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Checked check(Page page, @PathVariable String id, @RequestParam String text) {
        return Checked.of(page, editions.check(find(id).id(), text), catalogue.findPlan(id).orElse(null));
    }

    private String save(Page page, Actor actor, Model model, SaveDraft.Request request, UUID key, RedirectAttributes next) {
        Affair affair = find(request.affair());
        return switch (drafting.save(actor, request, key)) {
            case EditOutcome.Saved _ -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("workbench.saved"));
                yield "redirect:" + page.url("/affairs/" + affair.id() + "/edit");
            }
            case EditOutcome.Overtaken(int revision, var theirs) -> show(page, model, affair, new Typed(revision, request.text(), request.note(), theirs,
                    List.of(new Problem("text", theirs == null ? page.t("workbench.overtaken.closed")
                            : page.t("workbench.overtaken", theirs.editorName(), page.dateTime(theirs.savedAt()))))));
            case EditOutcome.NoText(int most) -> show(page, model, affair, new Typed(request.revision(), "", "", null,
                    List.of(new Problem("text", page.t("workbench.no-text", "%,d".formatted(most))))));
            case EditOutcome other -> throw new IllegalStateException("Saving a draft came to " + other);
        };
    }

    private String show(Page page, Model model, Affair affair, Typed typed) {
        model.addAttribute("id", affair.id());
        model.addAttribute("name", page.t(affair.name()));
        model.addAttribute("text", typed.text());
        model.addAttribute("note", typed.note());
        model.addAttribute("revision", typed.revision());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("problems", typed.problems());
        model.addAttribute("checked", Checked.of(page, editions.check(affair.id(), typed.text()),
                catalogue.findPlan(affair.id()).orElse(null)));
        model.addAttribute("theirs", typed.theirs());
        model.addAttribute("difference", typed.theirs() == null ? List.of() : LineDifference.between(typed.theirs().text(), typed.text()));
        model.addAttribute("draft", editions.findDraft(affair.id()).orElse(null));
        model.addAttribute("words", EditorWords.of(catalogue.city()));
        return "office/edit";
    }

    private Affair find(String id) {
        return catalogue.findAffair(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
