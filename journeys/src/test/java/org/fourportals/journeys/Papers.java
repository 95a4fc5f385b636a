package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Papers that people bring. */
final class Papers {

    private Papers() {
    }

    /** A one-page PDF; another text makes another document. */
    static Path pdf(CityServer city, String name, String text) {
        String content = "BT /F1 18 Tf 72 720 Td (" + text + ") Tj ET";
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        String[] objects = {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
        int[] offsets = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            offsets[i] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        for (int offset : offsets) {
            pdf.append("%010d 00000 n \n".formatted(offset));
        }
        pdf.append("trailer << /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        return write(city, name, pdf.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The code printed on a certificate, by which anybody verifies it. */
    static String verificationCode(Path certificate) {
        try (PDDocument pdf = Loader.loadPDF(certificate.toFile())) {
            Matcher code = Pattern.compile("Verificationcode([A-Z0-9-]+)").matcher(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""));
            assertThat(code.find()).as("the certificate shows its code").isTrue();
            return code.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of that many bytes, almost none of which take room on the disk. */
    static Path huge(CityServer city, String name, long bytes) {
        Path file = write(city, name, "%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(bytes);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(CityServer city, String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(city.data().resolve("papers")).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
