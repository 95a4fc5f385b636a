package org.fourportals.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.internal.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    @Test
    void takesWhatPhonesAndScannersMake() {
        assertThat(kind("扫描.pdf", Samples.pdf())).isEqualTo(MediaKind.PDF);
        assertThat(kind("IMG_1.JPG", Samples.jpeg(640, 480))).isEqualTo(MediaKind.JPEG);
        assertThat(kind("screen.png", Samples.png(640, 480))).isEqualTo(MediaKind.PNG);
    }

    @Test
    void takesPicturesNamedAsTheOtherKindOrNotAtAll() {
        assertThat(kind("wechat.jpg", Samples.png(10, 10))).isEqualTo(MediaKind.PNG);
        assertThat(kind("image", Samples.jpeg(10, 10))).isEqualTo(MediaKind.JPEG);
    }

    @Test
    void refusesAProgramNamedAsADocument() {
        assertThat(inspect("工资单.pdf", Samples.text("MZ\u0090\0\u0003\0\0\0"))).isEqualTo(refused("pdf", "program"));
        assertThat(inspect("a.jpg", Samples.text("\u007fELF\u0002\u0001"))).isEqualTo(refused("jpg", "program"));
    }

    @Test
    void refusesADocumentNamedAsAProgram() {
        assertThat(inspect("a.pdf.exe", Samples.pdf())).isEqualTo(refused("exe", "pdf"));
        assertThat(inspect("a.jpg", Samples.pdf())).isEqualTo(refused("jpg", "pdf"));
    }

    @Test
    void namesOtherKindsSoThatPeopleCanBeToldWhatToDo() {
        assertThat(inspect("a.heic", Samples.text("\0\0\0\u0018ftypheic\0\0"))).isEqualTo(refused("heic", "heic"));
        assertThat(inspect("a.pdf", Samples.text("PK\u0003\u0004rest"))).isEqualTo(refused("pdf", "zip"));
        assertThat(inspect("a.png", Samples.text("<html><script>1</script>"))).isEqualTo(refused("png", "web-page"));
        assertThat(inspect("a.txt", Samples.text("hello"))).isEqualTo(refused("txt", "unknown"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void refusesFilesCutOff(double part) {
        for (String name : new String[] {"a.jpg", "a.png", "a.pdf"}) {
            byte[] whole = name.equals("a.jpg") ? Samples.jpeg(300, 200) : name.equals("a.png") ? Samples.png(300, 200) : Samples.pdf();
            assertThat(flaw(name, Samples.cut(whole, (int) (whole.length * part)))).as(name).isEqualTo(Flaw.DAMAGED);
        }
    }

    @Test
    void refusesAPictureCutOffAndEndedByHand() {
        byte[] whole = Samples.jpeg(600, 600);
        assertThat(flaw("a.jpg", Samples.join(Samples.cut(whole, whole.length / 2), Samples.text("\u00ff\u00d9")))).isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void refusesAPngWhoseBytesWereChanged() {
        byte[] changed = Samples.png(50, 50);
        changed[changed.length / 2] ^= 1;
        assertThat(flaw("a.png", changed)).isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void refusesSecondFilesBehindAFirst() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("run.exe"));
            out.write(1);
        }
        for (byte[] second : new byte[][] {zip.toByteArray(), Samples.pdf(), Samples.text("<html><script>1</script>"), Samples.text("MZ\u0090")}) {
            assertThat(flaw("a.jpg", Samples.join(Samples.jpeg(9, 9), second))).isEqualTo(Flaw.MIXED);
            assertThat(flaw("a.png", Samples.join(Samples.png(9, 9), second))).isEqualTo(Flaw.MIXED);
        }
        assertThat(flaw("a.pdf", Samples.join(Samples.pdf(), zip.toByteArray()))).isEqualTo(Flaw.MIXED);
    }

    @Test
    void refusesAPdfHiddenInAPicturesComment() {
        byte[] jpeg = Samples.jpeg(9, 9);
        byte[] comment = Samples.text("\u00ff\u00fe\0\n%PDF-1.7");
        byte[] mixed = Samples.join(Samples.cut(jpeg, 2), comment, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
        assertThat(flaw("a.jpg", mixed)).isEqualTo(Flaw.MIXED);
    }

    @Test
    void keepsOnlyThePictureOfACameraFileThatCarriesMore() {
        byte[] jpeg = Samples.jpeg(90, 90);
        byte[] film = Samples.text("\0\0\0\u0018ftypmp42 and a film");
        assertThat(inspect("MOTION.jpg", Samples.join(jpeg, film))).isInstanceOfSatisfying(Inspection.Sound.class,
                sound -> assertThat(sound.content()).isEqualTo(jpeg));
    }

    @Test
    void refusesPicturesOfMorePixelsThanAnybodyNeeds() throws IOException {
        assertThat(flaw("a.png", bombPng(29_000, 29_000))).isEqualTo(Flaw.TOO_MUCH_TO_SHOW);
        assertThat(flaw("a.png", bombPng(Integer.MAX_VALUE, 2))).isEqualTo(Flaw.TOO_MUCH_TO_SHOW);
        byte[] jpeg = Samples.jpeg(9, 9);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 0xffff).putShort(frame + 7, (short) 0xffff);
        assertThat(flaw("a.jpg", jpeg)).isEqualTo(Flaw.TOO_MUCH_TO_SHOW);
    }

    @Test
    void refusesAPngWithoutItsRows() throws IOException {
        assertThat(flaw("a.png", bombPng(5000, 5000))).isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void refusesPdfsThatRunSomething() {
        assertThat(flaw("a.pdf", Samples.pdf(d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))))
                .isEqualTo(Flaw.ACTIVE_CONTENT);
        assertThat(flaw("a.pdf", Samples.pdf(d -> d.getDocumentCatalog().setOpenAction(new PDActionLaunch())))).isEqualTo(Flaw.ACTIVE_CONTENT);
        assertThat(flaw("a.pdf", Samples.pdf(d -> d.getPage(0).getCOSObject().setString(COSName.getPDFName("JS"), "1"))))
                .isEqualTo(Flaw.ACTIVE_CONTENT);
        assertThat(flaw("a.pdf", Samples.pdf(d -> d.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("EmbeddedFiles"),
                COSName.A)))).isEqualTo(Flaw.ACTIVE_CONTENT);
    }

    @Test
    void refusesAScriptWhoseNameIsWrittenInEscapes() {
        byte[] plain = Samples.text("""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>> endobj
                trailer <</Root 1 0 R/Size 4>>
                startxref
                0
                %%EOF
                """);
        assertThat(flaw("a.pdf", plain)).isEqualTo(Flaw.ACTIVE_CONTENT);
    }

    @Test
    void takesAPdfWithAnOrdinaryLink() {
        assertThat(kind("a.pdf", Samples.pdf(d -> {
            PDActionURI link = new PDActionURI();
            link.setURI("https://example.org");
            d.getDocumentCatalog().setOpenAction(link);
        }))).isEqualTo(MediaKind.PDF);
    }

    @Test
    void refusesEncryptedPdfsWithAndWithoutAPasswordToOpen() {
        for (String password : new String[] {"", "secret"}) {
            assertThat(flaw("a.pdf", Samples.pdf(d -> protect(d, password)))).isEqualTo(Flaw.ENCRYPTED);
        }
    }

    @Test
    void refusesAPdfThatUnpacksToMoreThanMemoryHolds() throws IOException {
        byte[] packed = zeros(200 << 20);
        byte[] bomb = Samples.join(Samples.text("%PDF-1.5\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.length
                + ">>\nstream\n"), packed, Samples.text("\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"));
        assertThat(bomb.length).isLessThan(Wallet.LIMIT);
        assertThat(flaw("a.pdf", bomb)).isEqualTo(Flaw.TOO_MUCH_TO_SHOW);
    }

    @Test
    void refusesWhatOnlyBeginsLikeAPdf() {
        assertThat(flaw("a.pdf", Samples.text("%PDF-1.7\n" + "[".repeat(200_000) + "\n%%EOF"))).isEqualTo(Flaw.DAMAGED);
        assertThat(flaw("a.pdf", Samples.text("%PDF-1.7\nnothing\n%%EOF"))).isEqualTo(Flaw.DAMAGED);
    }

    private static void protect(PDDocument document, String password) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        try {
            document.protect(policy);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A PNG whose header promises these sides, with hardly any rows. */
    private static byte[] bombPng(int width, int height) throws IOException {
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array();
        return Samples.join(Samples.text("\u0089PNG\r\n\u001a\n"), chunk("IHDR", header), chunk("IDAT", zeros(100)), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(Samples.text(type));
        checksum.update(data);
        return Samples.join(ByteBuffer.allocate(4).putInt(data.length).array(), Samples.text(type), data,
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] zeros(int count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] block = new byte[1 << 16];
            for (int left = count; left > 0; left -= block.length) {
                out.write(block, 0, Math.min(left, block.length));
            }
        }
        return packed.toByteArray();
    }

    private static Inspection inspect(String name, byte[] file) {
        return Inspection.inspect(name, file);
    }

    private static Inspection refused(String claimed, String found) {
        return new Inspection.Unsound(new HandedIn.NotThatKind(claimed, found));
    }

    private static MediaKind kind(String name, byte[] file) {
        assertThat(inspect(name, file)).isInstanceOf(Inspection.Sound.class);
        return ((Inspection.Sound) inspect(name, file)).kind();
    }

    private static Flaw flaw(String name, byte[] file) {
        assertThat(inspect(name, file)).isInstanceOfSatisfying(Inspection.Unsound.class,
                unsound -> assertThat(unsound.refusal()).isInstanceOf(HandedIn.NotSound.class));
        return ((HandedIn.NotSound) ((Inspection.Unsound) inspect(name, file)).refusal()).flaw();
    }
}
