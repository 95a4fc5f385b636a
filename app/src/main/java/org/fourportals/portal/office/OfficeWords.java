package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.CityTime;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.fourportals.sharing.OwnData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of departments, affairs and data sets, and the tables that several pages of the office show. */
@Component("office.OfficeWords")
class OfficeWords {

    private static final int SOON = 2;

    private final Catalogue catalogue;
    private final CityTime time;

    OfficeWords(Catalogue catalogue, CityTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    String department(Page page, String id) {
        return catalogue.departments().stream().filter(d -> d.id().equals(id)).findFirst().map(d -> page.t(d.name())).orElse(id);
    }

    String affair(Page page, String id) {
        return catalogue.findAffair(id).map(a -> page.t(a.name())).orElse(id);
    }

    /** A data set, a relation or a kind of document, as the audit log names them. */
    String dataset(Page page, String id) {
        if (id.startsWith("relation:")) {
            return page.t("office.relation." + id.substring("relation:".length()));
        }
        return id.startsWith("wallet:") ? page.t("office.wallet-document", id.substring("wallet:".length()))
                : catalogue.findDataset(id).map(d -> page.t(d.name())).orElse(id);
    }

    String purpose(Page page, @Nullable String id) {
        return id == null ? "–" : switch (id) {
            case "representation" -> page.t("office.purpose.representation");
            case "wallet" -> page.t("office.purpose.wallet");
            case OwnData.PURPOSE -> page.t("office.purpose.own-data");
            case OwnData.REPORTED -> page.t("office.purpose.field-report");
            default -> affair(page, id);
        };
    }

    Tag sensitivity(Page page, String sensitivity) {
        Tag.Tone tone = switch (sensitivity) {
            case "sensitive" -> Tag.Tone.BAD;
            case "personal" -> Tag.Tone.YOURS;
            default -> Tag.Tone.QUIET;
        };
        return new Tag(page.t("office.sensitivity." + sensitivity), tone);
    }

    Table worklist(Page page, List<Cases.Waiting> waiting) {
        return Table.of(page.t("office.worklist.caption", waiting.size()), List.of(Table.words(page.t("office.worklist.number")),
                Table.words(page.t("office.worklist.affair")), Table.words(page.t("office.worklist.stage")),
                Table.words(page.t("office.worklist.handed-in")), Table.words(page.t("office.worklist.due")),
                Table.words(page.t("office.worklist.left")), Table.words(page.t("office.worklist.held"))),
                waiting.stream().map(w -> row(page, w)).toList());
    }

    private List<Cell> row(Page page, Cases.Waiting waiting) {
        var entry = waiting.entry();
        return List.of(Cell.link(entry.number(), page.url("/cases/" + entry.id())), Cell.of(affair(page, entry.affair())),
                Cell.of(stage(page, entry.affair(), entry.stage())), Cell.of(page.dateTime(entry.submittedAt())),
                Cell.of(entry.deadline() == null ? "–" : page.date(entry.deadline())), left(page, waiting),
                Cell.of(entry.heldBy() == null ? "–" : entry.heldBy()));
    }

    private String stage(Page page, String affair, int stage) {
        return catalogue.findPlan(affair).map(plan -> plan.procedure().stages()).filter(stages -> stage >= 0 && stage < stages.size())
                .map(stages -> page.t(stages.get(stage).name())).orElse("–");
    }

    private Cell left(Page page, Cases.Waiting waiting) {
        if (waiting.entry().deadline() == null) {
            return Cell.of("–");
        }
        LocalDate due = waiting.entry().deadline();
        if (waiting.isLate()) {
            return Cell.status(new Tag(page.t("office.worklist.late", time.workingDays().between(due, time.today())), Tag.Tone.BAD));
        }
        int days = time.workingDays().between(time.today(), due);
        return Cell.status(due.equals(time.today()) ? new Tag(page.t("office.worklist.today"), Tag.Tone.YOURS)
                : new Tag(page.t("office.worklist.days", days), days <= SOON ? Tag.Tone.YOURS : Tag.Tone.QUIET));
    }

    /** Who read what, of whom no more is told than the bureau needs: residents and the system by what they are, staff by name. */
    Table reads(Page page, List<AuditLog.Read> reads, boolean withDataset) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.words(page.t("office.reads.when"))));
        if (withDataset) {
            columns.add(Table.words(page.t("office.reads.what")));
        }
        columns.addAll(List.of(Table.words(page.t("office.reads.who")), Table.words(page.t("office.reads.why")),
                Table.words(page.t("office.reads.where")), Table.words(page.t("office.reads.fields")),
                Table.words(page.t("office.reads.outcome"))));
        return Table.of(page.t("office.reads.caption", reads.size()), columns, reads.stream().map(r -> read(page, r, withDataset)).toList());
    }

    private List<Cell> read(Page page, AuditLog.Read read, boolean withDataset) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(page.dateTime(read.at()))));
        if (withDataset) {
            String name = dataset(page, read.dataset());
            cells.add(catalogue.findDataset(read.dataset()).isPresent() ? Cell.link(name, page.url("/datasets/" + read.dataset()))
                    : Cell.of(name));
        }
        boolean refused = read.outcome().equals("refused");
        cells.addAll(List.of(Cell.of(reader(page, read)), Cell.of(purpose(page, read.purpose())),
                Cell.of(page.t("office.portal." + read.portal().toLowerCase(Locale.ROOT))), Cell.of(String.join(", ", read.fields())),
                Cell.status(new Tag(page.t(refused ? "office.reads.refused" : "office.reads.read"), refused ? Tag.Tone.BAD : Tag.Tone.GOOD))));
        return cells;
    }

    private String reader(Page page, AuditLog.Read read) {
        String kind = read.actor().contains(":") ? read.actor().substring(0, read.actor().indexOf(':')) : read.actor();
        return switch (kind) {
            case "staff" -> page.t("office.reads.staff", read.actorName(), read.department() == null ? "" : department(page, read.department()));
            case "resident" -> page.t("office.reads.resident");
            case "system" -> page.t("office.reads.system");
            default -> page.t("office.reads.other");
        };
    }
}
