package org.fourportals.portal.apply;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.fourportals.base.Actor;
import org.fourportals.casework.BringEvidence;
import org.fourportals.casework.BringEvidence.Kind;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.casework.Interview;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.desk.Desk;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.Wallet;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Brings what was sent for a line of the checklist, and says in plain words why something could not be taken. */
@Component
final class Bringing {

    private static final int MEGABYTE = 1 << 20;

    private final Desk desk;
    private final BringEvidence bring;
    private final Wallet wallet;
    private final Interview interview;

    Bringing(Desk desk, BringEvidence bring, Wallet wallet, Interview interview) {
        this.desk = desk;
        this.bring = bring;
        this.wallet = wallet;
        this.interview = interview;
    }

    /** Empty when it is here; else what is wrong, for the reader. The caller has checked that the actor may act for the applicant. */
    Optional<String> bring(Opened about, Actor actor, Requirement requirement, Brought sent) {
        Page page = about.page();
        return switch (sent.how()) {
            case UPLOAD -> sent.file() == null ? fault(page, "no-file") : upload(about, actor, requirement, sent.file());
            case WALLET -> sent.document() == null ? fault(page, "no-document")
                    : act(about, actor, new BringEvidence.Request(about.id(), requirement.id(), Kind.DOCUMENT, sent.document()));
            case DECLARE -> sent.agreed() ? act(about, actor, new BringEvidence.Request(about.id(), requirement.id(), Kind.DECLARATION, null))
                    : fault(page, "not-agreed");
            case ORIGINAL -> act(about, actor, new BringEvidence.Request(about.id(), requirement.id(), Kind.ORIGINAL, null));
            case REMOVE -> act(about, actor, new BringEvidence.Request(about.id(), requirement.id(), Kind.NONE, null));
            case TOO_LARGE -> Optional.of(tooLarge(page).message());
            case NOTHING -> fault(page, "nothing");
        };
    }

    private Optional<String> upload(Opened about, Actor actor, Requirement requirement, MultipartFile file) {
        String type = requirement.document() != null ? requirement.document() : requirement.id();
        HandedIn outcome;
        try (InputStream content = file.getInputStream()) {
            outcome = wallet.handIn(actor, Objects.requireNonNull(interview.walletOwner(about.draft())), type,
                    String.valueOf(file.getOriginalFilename()), content, about.id());
        } catch (IOException cutOff) {
            return fault(about.page(), "cut-off");
        }
        return outcome instanceof HandedIn.Kept kept
                ? act(about, actor, new BringEvidence.Request(about.id(), requirement.id(), Kind.DOCUMENT, kept.id().value()))
                : Optional.of(refusal(about.page(), outcome));
    }

    private Optional<String> act(Opened about, Actor actor, BringEvidence.Request request) {
        return switch (desk.perform(actor, bring, request)) {
            case DraftOutcome.Saved saved -> Optional.empty();
            case DraftOutcome.NotFound notFound -> throw new DraftGone();
            case DraftOutcome.NoLongerDraft later -> fault(about.page(), "handed-in");
            case DraftOutcome.NotAnAnswer no -> fault(about.page(), "not-so");
        };
    }

    /** The fault of a file that was turned away before it was read. */
    static Problem tooLarge(Page page) {
        return new Problem("file", page.t("apply.file.too-large", Wallet.LIMIT / MEGABYTE));
    }

    private static Optional<String> fault(Page page, String key) {
        return Optional.of(page.t("apply.evidence.fault." + key));
    }

    /** Why the wallet did not take a file. */
    static String refusal(Page page, HandedIn outcome) {
        return switch (outcome) {
            case HandedIn.Kept kept -> "";
            case HandedIn.TooLarge large -> page.t("apply.file.too-large", large.limit() / MEGABYTE);
            case HandedIn.Empty empty -> page.t("apply.file.empty");
            case HandedIn.NotThatKind(String claimed, String found) when found.equals("program") -> page.t("apply.file.program");
            case HandedIn.NotThatKind(String claimed, String found) when found.equals("heic") -> page.t("apply.file.heic");
            case HandedIn.NotThatKind other -> page.t("apply.file.other-kind");
            case HandedIn.NotSound unsound -> page.t("apply.file.flaw." + unsound.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case HandedIn.NameNotAllowed name -> page.t("apply.file.name");
            case HandedIn.NoSpace full -> page.t("apply.file.no-space");
        };
    }
}
