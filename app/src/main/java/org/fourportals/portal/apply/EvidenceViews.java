package org.fourportals.portal.apply;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Portal;
import org.fourportals.base.QrCode;
import org.fourportals.base.Subject;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress.AtHand;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.wallet.Document;
import org.fourportals.wallet.Wallet;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Works out how a line of the checklist can be brought at the reader's portal. */
@Component
final class EvidenceViews {

    private static final int MOST_DOCUMENTS = 12;

    private final Papers papers;
    private final Wallet wallet;
    private final Interview interview;
    private final Catalogue catalogue;

    EvidenceViews(Papers papers, Wallet wallet, Interview interview, Catalogue catalogue) {
        this.papers = papers;
        this.wallet = wallet;
        this.interview = interview;
        this.catalogue = catalogue;
    }

    EvidenceView of(Opened about, Requirement requirement, AtHand atHand, HttpServletRequest request) {
        String action = about.url("/evidence/" + requirement.id());
        boolean brought = about.draft().content().evidence().containsKey(requirement.id());
        return view(about, requirement, action, about.url("/checklist"), request, brought, Optional.of(atHand));
    }

    /** Asked for anew: whatever was there before does not do. */
    EvidenceView anew(Opened about, Requirement requirement, HttpServletRequest request) {
        return view(about, requirement, about.act("/supplement/" + requirement.id()), about.act("/supplement"), request, false,
                Optional.empty());
    }

    private EvidenceView view(Opened about, Requirement requirement, String action, String back, HttpServletRequest request,
            boolean mayTakeBack, Optional<AtHand> atHand) {
        Page page = about.page();
        boolean kiosk = page.at(Portal.KIOSK);
        boolean paper = atHand.isEmpty() || requirement.evidence().stream().anyMatch(e -> e instanceof Evidence.Upload || e instanceof Evidence.Wallet);
        String declaration = requirement.evidence().stream().filter(Evidence.Declaration.class::isInstance)
                .map(e -> page.t(((Evidence.Declaration) e).text())).findFirst().orElse(null);
        boolean original = requirement.evidence().stream().anyMatch(Evidence.Original.class::isInstance);
        return new EvidenceView(requirement, atHand.map(a -> papers.tag(page, a)).orElse(null),
                atHand.map(a -> papers.whence(page, a)).orElse(""), paper && !kiosk, paper ? documents(about, requirement) : List.of(),
                declaration, original, mayTakeBack, kiosk && paper ? phoneCode(about, request) : null, action, back);
    }

    private List<Choice> documents(Opened about, Requirement requirement) {
        Subject owner = interview.walletOwner(about.draft());
        if (owner == null) {
            return List.of();
        }
        List<Document> all = wallet.list(owner);
        return java.util.stream.Stream.concat(all.stream().filter(d -> d.type().equals(requirement.document())),
                        all.stream().filter(d -> !d.type().equals(requirement.document()))).limit(MOST_DOCUMENTS)
                .map(d -> Choice.of(d.id().toString(), d.fileName()).hint(hint(about.page(), d))).toList();
    }

    /** What it is, by the name its requirement has, and since when it is there. */
    private String hint(Page page, Document document) {
        String since = page.t("apply.evidence.wallet.since", page.dateTime(document.handedInAt()));
        return catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream()).flatMap(p -> p.requirements().stream())
                .filter(r -> document.type().equals(r.document())).findFirst().map(r -> page.t(r.name()) + " · " + since).orElse(since);
    }

    static String phoneCode(Opened about, HttpServletRequest request) {
        String path = about.draft().state().isDraft() ? "/m/apply/" : "/m/cases/";
        return QrCode.svg(base(request) + path + about.id());
    }

    /** The address under which the reader reached us, without a last slash. */
    static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
