package org.fourportals.portal.office;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Bar;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Table;
import org.fourportals.sharing.DataSetCounts;
import org.fourportals.sharing.Grants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The data bureau's view: what is shared, by whom, on what ground, and who read it. */
@Controller("office.DataPages")
@MayCall(Role.BUREAU)
class DataPages {

    private static final int READS = 100;
    private static final int BARS = 15;

    private final Catalogue catalogue;
    private final DataSetCounts counts;
    private final Grants grants;
    private final AuditLog audit;
    private final OfficeWords words;
    private final GrantWords grantWords;

    DataPages(Catalogue catalogue, DataSetCounts counts, Grants grants, AuditLog audit, OfficeWords words, GrantWords grantWords) {
        this.grantWords = grantWords;
        this.catalogue = catalogue;
        this.counts = counts;
        this.grants = grants;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/office/datasets")
    String list(Page page, Model model, @RequestParam(defaultValue = "") String department, @RequestParam(defaultValue = "") String sensitivity,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        List<SharedDataset> all = catalogue.datasets().stream().filter(d -> department.isEmpty() || d.department().equals(department))
                .filter(d -> sensitivity.isEmpty() || d.sensitivity().equals(sensitivity)).toList();
        var counted = counts.lastCounted();
        Map<String, Long> reads = reads();
        Slice<SharedDataset> slice = Slice.of(all, number);
        model.addAttribute("department", department);
        model.addAttribute("sensitivity", sensitivity);
        model.addAttribute("departments", catalogue.departments().stream().map(d -> Choice.of(d.id(), page.t(d.name()))).toList());
        model.addAttribute("sensitivities", List.of("public", "internal", "personal", "sensitive").stream()
                .map(s -> Choice.of(s, page.t("office.sensitivity." + s))).toList());
        model.addAttribute("note", page.t("office.datasets.note", all.size(), "%,d".formatted(counted.total()), page.dateTime(counted.asOf())));
        model.addAttribute("pages", slice.pages());
        model.addAttribute("table", Table.of(page.t("office.datasets.title"), List.of(Table.words(page.t("office.datasets.name")),
                Table.words(page.t("office.department")), Table.words(page.t("office.datasets.subject")),
                Table.words(page.t("office.datasets.sensitivity")), Table.numbers(page.t("office.datasets.records")),
                Table.numbers(page.t("office.datasets.reads"))), slice.items().stream().map(d -> List.of(
                        Cell.link(page.t(d.name()), page.url("/datasets/" + d.id())), Cell.of(words.department(page, d.department())),
                        Cell.of(page.t("office.subject." + d.subject())), Cell.status(words.sensitivity(page, d.sensitivity())),
                        Cell.of(counted.of(d.id())), Cell.of(reads.getOrDefault(d.id(), 0L)))).toList()).withoutCaption());
        return "office/datasets";
    }

    @GetMapping("/office/datasets/{id}")
    String show(Page page, Model model, @PathVariable String id) {
        SharedDataset dataset = catalogue.findDataset(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var counted = counts.lastCounted();
        List<Grants.Grant> granted = grants.listFor(id);
        List<AuditLog.Read> reads = audit.listReads(id, READS);
        model.addAttribute("name", page.t(dataset.name()));
        model.addAttribute("quality", page.url("/quality/" + id));
        model.addAttribute("department", words.department(page, dataset.department()));
        model.addAttribute("tag", words.sensitivity(page, dataset.sensitivity()));
        model.addAttribute("records", page.t("office.dataset.records", "%,d".formatted(counted.of(id)), page.dateTime(counted.asOf())));
        model.addAttribute("fields", Table.of(page.t("office.dataset.fields"), List.of(Table.words(page.t("office.dataset.field")),
                Table.words(page.t("office.dataset.type"))), dataset.fields().entrySet().stream()
                        .map(f -> List.of(Cell.of(f.getKey()), Cell.of(page.t("office.type." + f.getValue())))).toList()));
        model.addAttribute("grants", granted.isEmpty() ? null : grantWords.inForce(page, granted));
        model.addAttribute("reads", reads.isEmpty() ? null : words.reads(page, reads, false));
        return "office/dataset";
    }

    @GetMapping("/office/reads")
    String reads(Page page, Model model) {
        List<AuditLog.ReadCount> counted = audit.countReads();
        List<AuditLog.Read> latest = audit.listLatestReads(READS);
        model.addAttribute("bars", counted.stream().limit(BARS)
                .map(c -> new Bar(words.dataset(page, c.dataset()), c.reads(), "%,d".formatted(c.reads()))).toList());
        model.addAttribute("total", counted.stream().mapToLong(AuditLog.ReadCount::reads).sum());
        model.addAttribute("table", latest.isEmpty() ? null : words.reads(page, latest, true));
        return "office/reads";
    }

    private Map<String, Long> reads() {
        return audit.countReads().stream().collect(Collectors.toMap(AuditLog.ReadCount::dataset, AuditLog.ReadCount::reads));
    }
}
