package org.fourportals.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WalletStoreTest {

    private static final Subject OWNER = new Subject(72057594037927937L);
    private static final Subject STRANGER = new Subject(72057594037927938L);
    private static final Actor MOTHER = new Actor.Resident(OWNER, "王芳", Portal.MOBILE, null);

    @TempDir
    private Path data;
    private WalletRoom room;
    private Wallet wallet;

    @BeforeEach
    void open() {
        room = WalletRoom.open(data, Map.of());
        wallet = room.get(Wallet.class);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void findsAgainWhatWasHandedInOnce() {
        UUID caseId = UUID.randomUUID();
        byte[] lease = Samples.pdf();
        HandedIn.Kept kept = kept(wallet.handIn(MOTHER, OWNER, "lease", "租房合同 \"2026\" <b>𠮷</b>.pdf", stream(lease), caseId));
        assertThat(kept.size()).isEqualTo(lease.length);

        Document found = wallet.findNewest(OWNER, "lease").orElseThrow();
        assertThat(found.id()).isEqualTo(kept.id());
        assertThat(found.fileName()).isEqualTo("租房合同 \"2026\" <b>𠮷</b>.pdf");
        assertThat(found.kind()).isEqualTo(MediaKind.PDF);
        assertThat(found.sha256()).isEqualTo(kept.sha256()).hasSize(64);
        assertThat(found.caseId()).isEqualTo(caseId);
        assertThat(found.handedInBy()).isEqualTo(MOTHER.id());
        assertThat(found.portal()).isEqualTo(Portal.MOBILE);
        assertThat(wallet.open(MOTHER, OWNER, kept.id(), "wallet", null).orElseThrow().content()).isEqualTo(lease);
    }

    @Test
    void theSameFileTwiceIsTheSameDocument() {
        byte[] photo = Samples.jpeg(200, 200);
        HandedIn.Kept first = kept(handIn("photo", "a.jpg", photo));
        assertThat(kept(handIn("photo", "b.jpg", photo))).isEqualTo(first);
        assertThat(kept(handIn("passport", "a.jpg", photo)).id()).isNotEqualTo(first.id());
        assertThat(wallet.list(OWNER)).hasSize(2);
        assertThat(files()).hasSize(1);
    }

    @Test
    void manyAtOnceOfTheSameFileAreOneDocument() throws Exception {
        byte[] photo = Samples.jpeg(100, 100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HandedIn>> calls = IntStream.range(0, 8).<Callable<HandedIn>>mapToObj(i -> () -> handIn("photo", "a.jpg", photo)).toList();
            List<HandedIn> results = threads.invokeAll(calls).stream().map(f -> f.resultNow()).distinct().toList();
            assertThat(results).hasSize(1);
        }
        assertThat(wallet.list(OWNER)).hasSize(1);
    }

    @Test
    void nothingReadableLiesOnTheDiskOrInTheDatabase() throws IOException {
        byte[] pdf = Samples.pdf(d -> d.getDocumentInformation().setTitle("diagnosis of Wang Fang"));
        HandedIn.Kept kept = kept(handIn("diagnosis", "王芳.pdf", pdf));
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "diagnosis");
            assertThat(file.getFileName().toString()).isNotEqualTo(kept.sha256());
        }
        String rows = room.get(JdbcClient.class).sql("select string_agg(d::text, '') || string_agg(encode(d.sealed, 'escape'), '') from wallet.documents d")
                .query(String.class).single();
        assertThat(rows).doesNotContain("王芳", kept.sha256());
    }

    @Test
    void showsNobodyAnothersDocument() {
        HandedIn.Kept kept = kept(handIn("lease", "a.pdf", Samples.pdf()));
        assertThat(wallet.open(MOTHER, STRANGER, kept.id(), "wallet", null)).isEmpty();
        assertThat(wallet.find(STRANGER, kept.id())).isEmpty();
        assertThat(wallet.list(STRANGER)).isEmpty();
        assertThat(wallet.findNewest(STRANGER, "lease")).isEmpty();
        assertThat(wallet.limit(MOTHER, STRANGER, kept.id(), LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(withdraw(STRANGER, kept.id())).isEqualTo(new WithdrawDocument.NoSuchDocument());
        assertThat(wallet.list(OWNER)).hasSize(1);
    }

    @Test
    void theOwnerSeesWhoOpenedIt() {
        HandedIn.Kept kept = kept(handIn("lease", "a.pdf", Samples.pdf()));
        UUID caseId = UUID.randomUUID();
        Actor clerk = new Actor.Staff("li", new org.fourportals.base.Text("李", "Li"), java.util.Set.of(), "housing", null, Portal.COUNTER, null);
        wallet.open(clerk, OWNER, kept.id(), "provident-rent-withdrawal", caseId);
        AuditLog.Read read = room.get(AuditLog.class).listReads(OWNER, Long.MAX_VALUE, 9).getFirst();
        assertThat(read.actor()).isEqualTo("staff:li");
        assertThat(read.dataset()).isEqualTo("wallet:lease");
        assertThat(read.caseId()).isEqualTo(caseId);
    }

    @Test
    void aWithdrawnDocumentIsOfferedNoMoreButCasesKeepIt() {
        byte[] pdf = Samples.pdf();
        HandedIn.Kept kept = kept(handIn("lease", "a.pdf", pdf));
        assertThat(withdraw(OWNER, kept.id())).isEqualTo(new WithdrawDocument.Withdrawn());
        assertThat(withdraw(OWNER, kept.id())).isEqualTo(new WithdrawDocument.NoSuchDocument());
        assertThat(wallet.list(OWNER)).isEmpty();
        assertThat(wallet.findNewest(OWNER, "lease")).isEmpty();
        assertThat(wallet.open(MOTHER, OWNER, kept.id(), "x", null).orElseThrow().content()).isEqualTo(pdf);
        assertThat(kept(handIn("lease", "a.pdf", pdf)).id()).isNotEqualTo(kept.id());
    }

    @Test
    void aDocumentIsOfferedUntilItsLastDay() {
        HandedIn.Kept older = kept(handIn("lease", "a.pdf", Samples.pdf()));
        HandedIn.Kept newer = kept(handIn("lease", "b.pdf", Samples.pdf(d -> d.getDocumentInformation().setTitle("b"))));
        assertThat(wallet.findNewest(OWNER, "lease").orElseThrow().id()).isEqualTo(newer.id());
        wallet.limit(MOTHER, OWNER, newer.id(), WalletRoom.TODAY);
        assertThat(wallet.findNewest(OWNER, "lease").orElseThrow().id()).isEqualTo(newer.id());
        wallet.limit(MOTHER, OWNER, newer.id(), WalletRoom.TODAY.minusDays(1));
        assertThat(wallet.findNewest(OWNER, "lease").orElseThrow().id()).isEqualTo(older.id());
    }

    @Test
    void refusesWhatCannotBeKeptAndKeepsNothingOfIt() {
        assertThat(handIn("lease", "a.pdf", new byte[0])).isEqualTo(new HandedIn.Empty());
        assertThat(wallet.handIn(MOTHER, OWNER, "lease", "a.pdf", endless(), null)).isEqualTo(new HandedIn.TooLarge(Wallet.LIMIT));
        assertThat(handIn("lease", "a\u202Efdp.exe", Samples.pdf())).isEqualTo(new HandedIn.NameNotAllowed());
        assertThat(handIn("lease", "a.pdf", Samples.text("MZ"))).isEqualTo(new HandedIn.NotThatKind("pdf", "program"));
        assertThat(wallet.list(OWNER)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aBrokenConnectionLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> wallet.handIn(MOTHER, OWNER, "lease", "a.pdf", broken, null)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullQuotaRefusesAndLeavesEarlierDocumentsIntact() {
        byte[] small = Samples.pdf();
        HandedIn.Kept kept = kept(handIn("lease", "a.pdf", small));
        room.close();
        room = WalletRoom.open(data, Map.of("fourportals.wallet.quota-bytes", small.length + 2_000), room.source());
        wallet = room.get(Wallet.class);
        byte[] large = Samples.png(700, 700);
        assertThat(large.length).isGreaterThan(2_000);
        assertThat(handIn("photo", "b.png", large)).isEqualTo(new HandedIn.NoSpace());
        assertThat(wallet.list(OWNER)).singleElement().extracting(Document::id).isEqualTo(kept.id());
        assertThat(wallet.open(MOTHER, OWNER, kept.id(), "x", null).orElseThrow().content()).isEqualTo(small);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aDiskWithLessThanTheReserveIsFull() {
        room.close();
        room = WalletRoom.open(data, Map.of("fourportals.wallet.reserve-bytes", Long.MAX_VALUE), room.source());
        wallet = room.get(Wallet.class);
        assertThat(handIn("photo", "b.png", Samples.png(9, 9))).isEqualTo(new HandedIn.NoSpace());
        assertThat(files()).isEmpty();
    }

    @Test
    void anActThatIsRolledBackLeavesNoDocumentAndItsFileIsSweptADayLater() throws IOException {
        new TransactionTemplate(room.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            kept(handIn("lease", "a.pdf", Samples.pdf()));
            status.setRollbackOnly();
        });
        kept(handIn("photo", "b.png", Samples.png(9, 9)));
        assertThat(wallet.list(OWNER)).hasSize(1);
        assertThat(files()).hasSize(2);
        assertThat(wallet.sweep()).isZero();
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(WalletRoom.NOW.minus(Duration.ofDays(2))));
        }
        assertThat(wallet.sweep()).isEqualTo(1);
        assertThat(wallet.open(MOTHER, OWNER, wallet.list(OWNER).getFirst().id(), "x", null)).isPresent();
    }

    @Test
    void aDamagedFileIsNeverHandedOut() throws IOException {
        HandedIn.Kept kept = kept(handIn("photo", "b.png", Samples.png(900, 900)));
        byte[] bytes = Files.readAllBytes(files().getFirst());
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().getFirst(), bytes);
        assertThatThrownBy(() -> wallet.open(MOTHER, OWNER, kept.id(), "x", null)).isInstanceOf(RuntimeException.class);
        Files.delete(files().getFirst());
        assertThatThrownBy(() -> wallet.open(MOTHER, OWNER, kept.id(), "x", null)).isInstanceOf(UncheckedIOException.class);
        assertThat(kept(handIn("photo", "b.png", Samples.png(900, 900)))).isEqualTo(kept);
        assertThat(wallet.open(MOTHER, OWNER, kept.id(), "x", null)).isPresent();
    }

    @Test
    void keepsAFileOfManyPiecesWhole() {
        byte[] jpeg = Samples.jpeg(3000, 3000);
        byte[] comment = new byte[65_535];
        comment[0] = (byte) 0xff;
        comment[1] = (byte) 0xfe;
        comment[2] = (byte) 0xff;
        comment[3] = (byte) 0xfd;
        byte[] large = Samples.join(Samples.cut(jpeg, 2), IntStream.range(0, 60).mapToObj(i -> comment).reduce(new byte[0], Samples::join),
                java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
        assertThat(large.length).isGreaterThan(3 << 20);
        HandedIn.Kept kept = kept(handIn("photo", "b.jpg", large));
        assertThat(wallet.open(MOTHER, OWNER, kept.id(), "x", null).orElseThrow().content()).isEqualTo(large);
    }

    private HandedIn handIn(String type, String name, byte[] content) {
        return wallet.handIn(MOTHER, OWNER, type, name, stream(content), null);
    }

    private WithdrawDocument.Result withdraw(Subject owner, DocumentId id) {
        return room.get(WithdrawDocument.class).perform(MOTHER, new WithdrawDocument.Request(owner, id));
    }

    private static HandedIn.Kept kept(HandedIn result) {
        assertThat(result).isInstanceOf(HandedIn.Kept.class);
        return (HandedIn.Kept) result;
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return '%';
            }
        };
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(data.resolve("wallet"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
