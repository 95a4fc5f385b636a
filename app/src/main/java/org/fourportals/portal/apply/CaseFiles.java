package org.fourportals.portal.apply;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Interview;
import org.fourportals.certificate.Certificate;
import org.fourportals.certificate.Certificates;
import org.fourportals.certificate.DecisionLetter;
import org.fourportals.certificate.DecisionLetters;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.wallet.DocumentId;
import org.fourportals.wallet.Wallet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of a case, for whoever may see it: the documents on which it rests and the certificate it issued. */
@Controller
@RequestMapping({"/cases/{id}", "/m/cases/{id}", "/kiosk/cases/{id}", "/counter/apply/{id}"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class CaseFiles {

    private final CaseOpening opening;
    private final Interview interview;
    private final Wallet wallet;
    private final Certificates certificates;
    private final DecisionLetters letters;

    CaseFiles(CaseOpening opening, Interview interview, Wallet wallet, Certificates certificates, DecisionLetters letters) {
        this.letters = letters;
        this.opening = opening;
        this.interview = interview;
        this.wallet = wallet;
        this.certificates = certificates;
    }

    /** A document of the case and no other of the wallet; the owner sees that it was opened. */
    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> document(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        Opened opened = opening.open(page, actor, id);
        Subject owner = interview.walletOwner(opened.draft());
        if (owner == null || !opening.restsOn(opened, document)) {
            throw new DraftGone();
        }
        Wallet.Opened file = wallet.open(actor, owner, new DocumentId(document), opened.draft().affair(), id).orElseThrow(DraftGone::new);
        return file(file.document().kind().mediaType(), file.document().attachment(), file.content());
    }

    @GetMapping("/certificate.pdf")
    ResponseEntity<byte[]> certificate(Page page, Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        Opened opened = opening.open(page, actor, id);
        Certificate certificate = certificates.findByCase(id).filter(c -> opened.draft().state() == CaseState.GRANTED)
                .orElseThrow(DraftGone::new);
        byte[] pdf = certificates.pdf(actor, certificate, EvidenceViews.base(request));
        ContentDisposition how = (page.at(Portal.KIOSK) ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(certificate.fileName(), StandardCharsets.UTF_8).build();
        return file(MediaType.APPLICATION_PDF_VALUE, how.toString(), pdf);
    }

    /** What was decided and why, as a letter. */
    @GetMapping("/decision.pdf")
    ResponseEntity<byte[]> decision(Page page, Actor actor, @PathVariable UUID id) {
        DecisionLetter letter = letters.find(opening.open(page, actor, id).draft()).orElseThrow(DraftGone::new);
        ContentDisposition how = (page.at(Portal.KIOSK) ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(letter.fileName(), StandardCharsets.UTF_8).build();
        return file(MediaType.APPLICATION_PDF_VALUE, how.toString(), letters.pdf(letter));
    }

    private static ResponseEntity<byte[]> file(String type, String disposition, byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox").body(content);
    }
}
