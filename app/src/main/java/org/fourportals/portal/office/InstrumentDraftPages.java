package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.DraftInstrument;
import org.fourportals.bureau.Instrument;
import org.fourportals.bureau.Instrument.Version;
import org.fourportals.bureau.Instruments;
import org.fourportals.bureau.RuleLink;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing an instrument: a new one, a new version, or a draft gone on with. */
@Controller("office.InstrumentDraftPages")
@MayCall(Role.BUREAU)
class InstrumentDraftPages {

    private final Instruments instruments;
    private final InstrumentActs acts;
    private final InstrumentWords words;
    private final Catalogue catalogue;

    InstrumentDraftPages(Instruments instruments, InstrumentActs acts, InstrumentWords words, Catalogue catalogue) {
        this.instruments = instruments;
        this.acts = acts;
        this.words = words;
        this.catalogue = catalogue;
    }

    /** What was typed. @param links those kept, as they are written; `law`, `affair` and `dataset` are added, the last two together as a grant */
    public record Typed(@Nullable String kind, int revision, @BindParam("title-zh") @Nullable String titleZh, @BindParam("title-en") @Nullable String titleEn,
            @BindParam("text-zh") @Nullable String textZh, @BindParam("text-en") @Nullable String textEn, @Nullable Set<String> links, @Nullable String law,
            @Nullable String affair, @Nullable String dataset) {

        static final Typed NONE = new Typed("", 0, "", "", "", "", Set.of(), "", "", "");

        static Typed of(Instrument.Kind kind, Version version, boolean draft) {
            return new Typed(kind.name(), draft ? version.revision() : 0, version.words().title().zh(), version.words().title().en(), version.words().text().zh(),
                    version.words().text().en(), new LinkedHashSet<>(version.links().stream().map(RuleLink::written).toList()), "", "", "");
        }

        static String said(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        DraftInstrument.Written words() {
            return new DraftInstrument.Written(said(titleZh), said(titleEn), said(textZh), said(textEn));
        }

        List<RuleLink> rules() {
            List<RuleLink> rules = new ArrayList<>(Optional.ofNullable(links).orElse(Set.of()).stream().map(RuleLink::read).flatMap(Optional::stream).toList());
            if (!said(law).isEmpty()) {
                rules.add(new RuleLink(RuleLink.Kind.LAW, said(law)));
            }
            if (!said(affair).isEmpty() && !said(dataset).isEmpty()) {
                rules.add(RuleLink.grant(said(affair), said(dataset)));
            } else if (!said(affair).isEmpty()) {
                rules.add(new RuleLink(RuleLink.Kind.AFFAIR, said(affair)));
            } else if (!said(dataset).isEmpty()) {
                rules.add(new RuleLink(RuleLink.Kind.DATASET, said(dataset)));
            }
            return rules.stream().distinct().toList();
        }
    }

    @GetMapping("/office/instruments/new")
    String begin(Page page, Model model) {
        return show(page, model, null, Typed.NONE, List.of());
    }

    @GetMapping("/office/instruments/{id}/draft")
    String goOn(Page page, Actor actor, Model model, @PathVariable UUID id) {
        Instrument instrument = instruments.find((Actor.Staff) actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Version> draft = instrument.findDraft();
        return show(page, model, id, Typed.of(instrument.kind(), draft.orElse(instrument.newest()), draft.isPresent()), List.of());
    }

    @PostMapping("/office/instruments/new")
    String create(Page page, Actor actor, Model model, Typed typed, @RequestParam UUID key, RedirectAttributes next) {
        return keep(page, actor, model, null, typed, key, next);
    }

    @PostMapping("/office/instruments/{id}/draft")
    String save(Page page, Actor actor, Model model, @PathVariable UUID id, Typed typed, @RequestParam UUID key, RedirectAttributes next) {
        return keep(page, actor, model, id, typed, key, next);
    }

    private String keep(Page page, Actor actor, Model model, @Nullable UUID id, Typed typed, UUID key, RedirectAttributes next) {
        Optional<Instrument.Kind> kind = List.of(Instrument.Kind.values()).stream().filter(each -> each.name().equals(typed.kind())).findFirst();
        if (kind.isEmpty()) {
            return show(page, model, id, typed, List.of(new Problem("kind", page.t("bureau.instruments.kind-needed"))));
        }
        var request = new DraftInstrument.Request(id, kind.get(), typed.revision(), typed.words(), typed.rules());
        return switch (acts.desk().perform(actor, acts.draft(), request, key)) {
            case DraftInstrument.Drafted(UUID saved) -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("bureau.instruments.done.draft"));
                yield "redirect:" + page.url("/instruments/" + saved);
            }
            case DraftInstrument.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case DraftInstrument.ChangedMeanwhile _ -> show(page, model, id, typed, List.of(new Problem(null, page.t("bureau.instruments.changed"))));
            case DraftInstrument.WordsNeeded(boolean title, int most) -> show(page, model, id, typed, List.of(new Problem(title ? "title-zh" : "text-zh",
                    page.t(title ? "bureau.instruments.title-needed" : "bureau.instruments.text-needed", most))));
            case DraftInstrument.NoSuchRule(RuleLink link) -> show(page, model, id, typed, List.of(new Problem("law",
                    page.t("bureau.instruments.no-such-rule", words.label(page, link)))));
        };
    }

    private String show(Page page, Model model, @Nullable UUID id, Typed typed, List<Problem> problems) {
        List<RuleLink> kept = Optional.ofNullable(typed.links()).orElse(Set.of()).stream().map(RuleLink::read).flatMap(Optional::stream).toList();
        model.addAttribute("action", id == null ? page.url("/instruments/new") : page.url("/instruments/" + id + "/draft"));
        model.addAttribute("back", id == null ? page.url("/instruments") : page.url("/instruments/" + id));
        model.addAttribute("fresh", id == null);
        model.addAttribute("kinds", words.kinds(page));
        model.addAttribute("kind", Typed.said(typed.kind()));
        model.addAttribute("revision", typed.revision());
        model.addAttribute("words", typed.words());
        model.addAttribute("links", kept.stream().map(link -> Choice.of(link.written(), words.label(page, link)).hint(page.t("bureau.instruments.link."
                + InstrumentWords.word(link.kind())))).toList());
        model.addAttribute("kept", kept.stream().map(RuleLink::written).toList());
        model.addAttribute("laws", catalogue.city().laws().values().stream().map(law -> Choice.of(law.id(), page.t(law.name()))).toList());
        model.addAttribute("affairs", catalogue.affairs().stream().map(each -> Choice.of(each.id(), page.t(each.name()))).sorted(Comparator.comparing(Choice::label)).toList());
        model.addAttribute("datasets", catalogue.datasets().stream().map(each -> Choice.of(each.id(), page.t(each.name()))).sorted(Comparator.comparing(Choice::label)).toList());
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/instrumentDraft";
    }
}
