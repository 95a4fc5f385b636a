package org.fourportals.portal.casefile;

import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseContent;
import org.fourportals.wallet.DocumentId;
import org.fourportals.wallet.Wallet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Opens a file that was handed in for a case, and no other of the owner's wallet; she sees that it was opened. */
@Component("casefile.CaseDocuments")
public class CaseDocuments {

    private final CaseFiles files;
    private final Wallet wallet;

    CaseDocuments(CaseFiles files, Wallet wallet) {
        this.files = files;
        this.wallet = wallet;
    }

    /**
     * The file, shown in the browser without any right to run or load something; empty if the case has no such evidence.
     *
     * @param about a case that the actor may see
     */
    public Optional<ResponseEntity<byte[]>> open(Actor actor, Case about, UUID document) {
        boolean belongs = about.content().evidence().values().stream().map(CaseContent.Evidence::document).anyMatch(document::equals);
        if (!belongs) {
            return Optional.empty();
        }
        return wallet.open(actor, files.owner(about), new DocumentId(document), about.affair(), about.id()).map(opened -> ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.document().kind().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, opened.document().inline())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'")
                .body(opened.content()));
    }
}
