package org.fourportals.portal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.bureau.ReadEnquiries;
import org.fourportals.bureau.ReadEnquiry;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.OwnData;
import org.fourportals.wallet.Wallet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the entries of the log about one subject in her words; what one actor read in one go for one reason is one line. */
@Component
final class ReadStory {

    private static final int BATCH = 200;
    private static final int BATCHES = 50;
    private static final Duration ONE_GO = Duration.ofMinutes(2);
    private static final String RELATION = "relation:";

    private final AuditLog audit;
    private final Catalogue catalogue;
    private final Cases cases;
    private final Grants grants;
    private final Glossary glossary;
    private final ReadEnquiries enquiries;

    ReadStory(AuditLog audit, Catalogue catalogue, Cases cases, Grants grants, Glossary glossary, ReadEnquiries enquiries) {
        this.enquiries = enquiries;
        this.audit = audit;
        this.catalogue = catalogue;
        this.cases = cases;
        this.grants = grants;
        this.glossary = glossary;
    }

    /** Lines, newest first, and the entry before which the next page begins; null at the end. */
    public record Told(List<ReadLine> lines, @Nullable Long next) {
    }

    /**
     * Reads about a subject that the reader may see.
     *
     * @param before entry before which it begins; {@link Long#MAX_VALUE} for the newest
     * @param most   at most so many lines
     */
    Told tell(Page page, Actor reader, Subject subject, ReadFilter filter, long before, int most) {
        Subject self = Residents.of(reader).subject();
        List<List<AuditLog.Read>> gos = new ArrayList<>();
        long cursor = before;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<AuditLog.Read> reads = audit.listReads(subject, cursor, BATCH);
            for (AuditLog.Read read : reads) {
                if (filter.lets(read, self)) {
                    if (gos.isEmpty() || !isOneGo(gos.getLast().getLast(), read)) {
                        if (gos.size() == most) {
                            return new Told(lines(page, reader, subject, gos), cursor);
                        }
                        gos.add(new ArrayList<>());
                    }
                    gos.getLast().add(read);
                }
                cursor = read.number();
            }
            if (reads.size() < BATCH) {
                return new Told(lines(page, reader, subject, gos), null);
            }
        }
        return new Told(lines(page, reader, subject, gos), cursor);
    }

    private static boolean isOneGo(AuditLog.Read later, AuditLog.Read earlier) {
        return later.actor().equals(earlier.actor()) && later.portal().equals(earlier.portal()) && later.purpose().equals(earlier.purpose())
                && Objects.equals(later.caseId(), earlier.caseId()) && Duration.between(earlier.at(), later.at()).compareTo(ONE_GO) < 0;
    }

    private List<ReadLine> lines(Page page, Actor reader, Subject subject, List<List<AuditLog.Read>> gos) {
        Map<Long, ReadEnquiry> asked = enquiries.byEntry(subject);
        Subject self = Residents.of(reader).subject();
        return gos.stream().map(go -> line(page, reader, self, go,
                go.stream().map(read -> asked.get(read.number())).filter(Objects::nonNull).findFirst().orElse(null))).toList();
    }

    private ReadLine line(Page page, Actor reader, Subject self, List<AuditLog.Read> go, @Nullable ReadEnquiry enquiry) {
        AuditLog.Read first = go.getFirst();
        boolean mine = first.actor().equals("resident:" + self.number());
        Case about = first.caseId() == null || first.caseId().getMostSignificantBits() == 0 ? null : cases.find(reader, first.caseId()).orElse(null);
        List<ReadLine.Item> items = go.stream().map(read -> item(page, read)).distinct().toList();
        return new ReadLine(first.at(), who(page, first, mine), mine, page.t("web.portal." + first.portal().toLowerCase(Locale.ROOT)), why(page, first),
                about == null ? null : about.number(),
                about == null ? null : page.url((about.state().isDraft() ? "/apply/" : "/cases/") + about.id()), ground(page, first), items,
                enquiry == null ? page.url("/reads/" + first.number() + "/ask") : null, enquiry == null ? null : asked(page, enquiry));
    }

    private static ReadLine.Asked asked(Page page, ReadEnquiry enquiry) {
        ReadEnquiry.Finding finding = enquiry.finding();
        String words = finding == null ? page.t("web.reads.ask.open", enquiry.code(), page.date(enquiry.due()))
                : page.t("web.reads.ask." + finding.name().toLowerCase(Locale.ROOT), enquiry.code());
        return new ReadLine.Asked(words, enquiry.answer());
    }

    private String who(Page page, AuditLog.Read read, boolean mine) {
        if (mine) {
            return page.t("web.reads.you");
        }
        String kind = read.actor().substring(0, Math.max(0, read.actor().indexOf(':')));
        return switch (kind) {
            case "staff" -> page.t("web.reads.staff", read.department() == null ? "" : department(page, read.department()), read.actorName());
            case "resident" -> page.t("web.reads.resident", read.actorName());
            case "system" -> page.t("web.reads.system");
            case "device" -> page.t("web.reads.device");
            default -> read.actorName();
        };
    }

    private String department(Page page, String id) {
        return catalogue.departments().stream().filter(d -> d.id().equals(id)).findFirst().map(d -> page.t(d.name())).orElse(id);
    }

    private String why(Page page, AuditLog.Read read) {
        return switch (read.purpose()) {
            case Grants.REPRESENTATION -> page.t("web.reads.representation");
            case "wallet" -> page.t("web.reads.wallet");
            case OwnData.PURPOSE -> page.t("web.reads.own-data");
            case OwnData.REPORTED -> page.t("web.reads.field-report");
            default -> catalogue.findAffair(read.purpose()).map(Affair::name).map(page::t).orElse(read.purpose());
        };
    }

    /** The law on which the department granted the read, as it stands today. */
    private String ground(Page page, AuditLog.Read read) {
        if (read.purpose().equals(Grants.REPRESENTATION)) {
            return page.t("web.reads.ground.representation");
        }
        if (read.purpose().equals(OwnData.PURPOSE) || read.purpose().equals(OwnData.REPORTED)) {
            return page.t("web.reads.ground." + read.purpose());
        }
        if (read.dataset().startsWith(Wallet.DATASET_PREFIX)) {
            return page.t("web.reads.ground.wallet");
        }
        return grants.listFor(read.dataset()).stream().filter(grant -> grant.purpose().equals(read.purpose())).findFirst()
                .flatMap(grant -> catalogue.findPlan(read.purpose()).stream().flatMap(plan -> plan.laws().stream())
                        .filter(law -> law.id().equals(grant.ground())).findFirst())
                .map(AffairPlan.Law::name).map(page::t).orElse(page.t("web.reads.ground.none"));
    }

    private ReadLine.Item item(Page page, AuditLog.Read read) {
        String fields = read.dataset().startsWith(RELATION) ? ""
                : read.fields().stream().map(name -> glossary.field(page, name)).collect(Collectors.joining(page.t("web.comma")));
        return new ReadLine.Item(dataset(page, read.dataset()), fields, read.outcome().equals("refused"));
    }

    private String dataset(Page page, String id) {
        if (id.startsWith(RELATION)) {
            return page.t("web.reads.relation." + id.substring(RELATION.length()).toLowerCase(Locale.ROOT));
        }
        if (id.startsWith(Wallet.DATASET_PREFIX)) {
            String type = id.substring(Wallet.DATASET_PREFIX.length());
            return page.t("web.reads.document", catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream())
                    .flatMap(plan -> plan.requirements().stream()).filter(r -> type.equals(r.document())).findFirst().map(r -> page.t(r.name())).orElse(type));
        }
        return catalogue.findDataset(id).map(set -> page.t("web.reads.dataset", set.name(), department(page, set.department()))).orElse(id);
    }
}
