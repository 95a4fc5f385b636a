package org.fourportals.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.identity.SubjectVault;
import org.fourportals.wallet.internal.Inspection;
import org.fourportals.wallet.internal.SealedFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once means once: what was handed in at any portal is found again for every later affair. A document is acknowledged only after its
 * sealed file is on the disk and its row and audit entry are committed (within an act: with the act). That the actor may act for the
 * owner is for the caller to know; whose a document is, is checked here every time.
 */
@Component
@EnableScheduling
public class Wallet {

    /** Largest file, in bytes. */
    public static final int LIMIT = 20 << 20;

    /** Most pixels of a picture. */
    public static final long PIXELS = 64_000_000;

    /** What the audit log writes before the document's type where it names data sets. */
    public static final String DATASET_PREFIX = "wallet:";

    private static final Duration STRAY_AFTER = Duration.ofDays(1);

    private final DocumentStore documents;
    private final SealedFiles files;
    private final SubjectVault vault;
    private final AuditLog audit;
    private final CityTime time;
    private final TransactionTemplate transaction;

    Wallet(DocumentStore documents, SealedFiles files, SubjectVault vault, AuditLog audit, CityTime time,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.files = files;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a file into the owner's wallet. The same content as the same type again is the same document.
     *
     * @param type    a document type of the catalogue
     * @param content is read to its end or to {@link #LIMIT}, and not closed
     * @param caseId  the case it is handed in for, if any
     * @throws UncheckedIOException if the content cannot be read (the connection broke) or the storage fails otherwise than by being full
     */
    public HandedIn handIn(Actor actor, Subject owner, String type, String fileName, InputStream content, @Nullable UUID caseId) {
        if (!type.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("Not a document type: " + type);
        }
        byte[] bytes = read(content);
        if (bytes.length == 0) {
            return new HandedIn.Empty();
        }
        if (bytes.length > LIMIT) {
            return new HandedIn.TooLarge(LIMIT);
        }
        Optional<String> name = FileName.clean(fileName);
        if (name.isEmpty()) {
            return new HandedIn.NameNotAllowed();
        }
        return switch (Inspection.inspect(name.get(), bytes)) {
            case Inspection.Unsound(HandedIn refusal) -> refusal;
            case Inspection.Sound(MediaKind kind, byte[] kept) -> transaction.execute(status -> keep(actor, kept,
                    new Document(new DocumentId(Uuid7.next(time.clock())), owner, type, name.get(), kind, kept.length, sha256(kept),
                            time.now(), actor.id(), actor.portal(), caseId, null, null)));
        };
    }

    /** What lies in the wallet, newest first. */
    public List<Document> list(Subject owner) {
        return documents.listKept(owner);
    }

    /** The newest document of a type that may be used today. */
    public Optional<Document> findNewest(Subject owner, String type) {
        return documents.findNewest(owner, type, time.today());
    }

    /** One document of this owner, withdrawn or not, without its content. */
    public Optional<Document> find(Subject owner, DocumentId id) {
        return documents.find(owner, id).map(DocumentStore.Kept::document);
    }

    /** A document with its content. */
    public record Opened(Document document, byte[] content) {
    }

    /**
     * Opens a document; the owner sees that it was opened. A withdrawn one still opens, since cases rest on it. Empty if this owner has
     * no such document.
     *
     * @param purpose an affair's id, or `wallet` where the owner looks at her own
     * @throws UncheckedIOException  if the file is missing or damaged
     */
    public Optional<Opened> open(Actor actor, Subject owner, DocumentId id, String purpose, @Nullable UUID caseId) {
        return documents.find(owner, id).map(kept -> {
            transaction.executeWithoutResult(status -> audit.recordRead(actor, owner, caseId, purpose,
                    DATASET_PREFIX + kept.document().type(), Set.of(), "read"));
            byte[] content = files.read(owner, kept.address());
            if (!sha256(content).equals(kept.document().sha256())) {
                throw new UncheckedIOException(new IOException("The content of document " + id + " is not what was handed in"));
            }
            return new Opened(kept.document(), content);
        });
    }

    /** Says until when a document may be used again, such as the last day of a lease; false if this owner has no such document. */
    public boolean limit(Actor actor, Subject owner, DocumentId id, LocalDate validUntil) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean limited = documents.limit(owner, id, validUntil);
            audit.recordAct(actor, "LimitDocument", null, limited ? "Limited" : "NotFound");
            return limited;
        }));
    }

    boolean withdraw(Subject owner, DocumentId id) {
        return documents.withdraw(owner, id, time.now());
    }

    /** Removes files that never became documents, a day after; says how many. Runs by itself every day. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    public int sweep() {
        return files.sweep(time.now().minus(STRAY_AFTER), documents::isNamed);
    }

    private HandedIn keep(Actor actor, byte[] content, Document document) {
        byte[] address = vault.blindIndex("wallet:" + document.owner().number(), document.sha256());
        Optional<Document> same = documents.findByContent(document.owner(), document.type(), address);
        try {
            if (same.isEmpty() || !files.holds(address)) {
                files.write(document.owner(), address, content);
            }
        } catch (SealedFiles.Full e) {
            return new HandedIn.NoSpace();
        }
        Document kept = same.orElseGet(() -> documents.insert(document, address) ? document
                : documents.findByContent(document.owner(), document.type(), address).orElseThrow());
        audit.recordAct(actor, "HandIn", document.caseId(), kept == document ? "Kept" : "KeptBefore");
        return new HandedIn.Kept(kept.id(), kept.sha256(), kept.size());
    }

    private static byte[] read(InputStream content) {
        try {
            return content.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The file did not arrive whole", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
