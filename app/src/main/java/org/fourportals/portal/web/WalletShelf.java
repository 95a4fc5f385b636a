package org.fourportals.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.certificate.Certificates;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tile;
import org.fourportals.wallet.Document;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.Wallet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a wallet is shown: documents by the words of the affairs that ask for them, with the cases that rest on them; refusals as sentences. */
@Component
final class WalletShelf {

    private static final long KIB = 1024;

    private final Wallet wallet;
    private final Catalogue catalogue;
    private final Cases cases;
    private final Certificates certificates;

    WalletShelf(Wallet wallet, Catalogue catalogue, Cases cases, Certificates certificates) {
        this.wallet = wallet;
        this.catalogue = catalogue;
        this.cases = cases;
        this.certificates = certificates;
    }

    /** What the city has issued to the resident, newest case first; opened where its case is. */
    List<Tile> issued(Page page, Actor actor) {
        return cases.listMine(actor).stream().filter(c -> c.state() == CaseState.GRANTED)
                .flatMap(c -> certificates.findByCase(c.id()).stream().map(certificate -> new Tile("done", page.t(certificate.statement().title()),
                        page.t("web.wallet.issued.line", certificate.statement().number(), page.date(certificate.statement().issued())),
                        page.url("/cases/" + c.id())))).toList();
    }

    List<WalletLine> list(Page page, Actor actor, Subject owner) {
        List<Document> documents = wallet.list(owner);
        List<Case> mine = documents.isEmpty() ? List.of() : cases.listMine(actor);
        Map<String, String> names = names(page);
        return documents.stream().map(document -> shown(page, document, mine, names)).toList();
    }

    private WalletLine shown(Page page, Document document, List<Case> mine, Map<String, String> names) {
        List<Tile> used = mine.stream().filter(c -> c.state() != CaseState.DISCARDED && restsOn(c, document)).map(c -> used(page, c)).toList();
        return new WalletLine(names.getOrDefault(document.type(), document.type()), document.fileName(), size(document.size()),
                page.t("web.wallet.handed-in", page.dateTime(document.handedInAt()), page.t(portal(document))),
                document.validUntil() == null ? null : page.t("web.wallet.valid", page.date(document.validUntil())), document.kind().isPicture(),
                page.url("/wallet/" + document.id()), used, withdrawal(page, document, UUID.randomUUID()));
    }

    private static boolean restsOn(Case about, Document document) {
        return about.content().evidence().values().stream().anyMatch(e -> document.id().value().equals(e.document()));
    }

    private Tile used(Page page, Case about) {
        String affair = catalogue.findAffair(about.affair()).map(Affair::name).map(page::t).orElse(about.affair());
        return new Tile("cases", affair, about.number(), page.url((about.state().isDraft() ? "/apply/" : "/cases/") + about.id()));
    }

    private static String portal(Document document) {
        return "web.portal." + document.portal().name().toLowerCase(Locale.ROOT);
    }

    /** The kinds of document that affairs ask for, by name. */
    List<Choice> types(Page page) {
        return names(page).entrySet().stream().sorted(Map.Entry.comparingByValue()).map(e -> Choice.of(e.getKey(), e.getValue())).toList();
    }

    private Map<String, String> names(Page page) {
        Map<String, String> names = new TreeMap<>();
        catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream()).flatMap(plan -> plan.requirements().stream())
                .filter(r -> r.document() != null).forEach(r -> names.putIfAbsent(r.document(), page.t(r.name())));
        return names;
    }

    static Confirmation withdrawal(Page page, Document document, UUID key) {
        String path = page.url("/wallet/" + document.id() + "/withdraw");
        return new Confirmation("withdraw-" + document.id(), page.t("web.wallet.withdraw"), page.t("web.wallet.withdraw.title"),
                page.t("web.wallet.withdraw.text", document.fileName()), page.t("web.wallet.withdraw.yes"), path, Map.of("key", key.toString()), path, true);
    }

    private static String size(long bytes) {
        return bytes < KIB * KIB ? Math.max(1, bytes / KIB) + " KB" : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KIB * KIB));
    }

    /** Why a file was not taken, and what to do. */
    static String refusal(Page page, HandedIn outcome) {
        return switch (outcome) {
            case HandedIn.Kept _ -> throw new IllegalArgumentException("It was kept");
            case HandedIn.TooLarge(long limit) -> page.t("web.hand-in.too-large", limit / (KIB * KIB));
            case HandedIn.Empty() -> page.t("web.hand-in.empty");
            case HandedIn.NotThatKind(String claimed, String found) -> page.t(found.equals("program") ? "web.hand-in.program"
                    : claimed.isEmpty() ? "web.hand-in.kind" : "web.hand-in.not-that-kind", claimed.toUpperCase(Locale.ROOT));
            case HandedIn.NotSound(var _, HandedIn.Flaw flaw) -> page.t("web.hand-in." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case HandedIn.NameNotAllowed() -> page.t("web.hand-in.name");
            case HandedIn.NoSpace() -> page.t("web.hand-in.no-space");
        };
    }
}
