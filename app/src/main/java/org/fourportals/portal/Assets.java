package org.fourportals.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The style sheets, scripts and pictures of the kit. Their addresses begin with a hash of the whole folder and of the city's own sheet, so that
 * browsers may keep them for ever, modules refer to each other by plain relative paths, and a new version is never mixed with an old one.
 */
public final class Assets {

    private static final String FOLDER = "/static/assets/";

    private final String version;
    private final Map<String, byte[]> files;
    private final String citySheet;

    private Assets(String version, Map<String, byte[]> files, String citySheet) {
        this.version = version;
        this.files = files;
        this.citySheet = citySheet;
    }

    /** All files on the class path, and the city's style sheet if it has one. Throws {@link IllegalStateException} when one can't be read. */
    public static Assets load(@Nullable Path citySheet) {
        try {
            Map<String, byte[]> files = new TreeMap<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.*")) {
                String url = resource.getURL().toString();
                files.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), resource.getContentAsByteArray());
            }
            String sheet = citySheet == null ? "" : Files.readString(citySheet);
            return new Assets(hash(files, sheet), files, sheet);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException("The assets cannot be read" + (citySheet == null ? "" : ", with the city's style sheet " + citySheet), unreadable);
        }
    }

    private static String hash(Map<String, byte[]> files, String citySheet) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        files.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        digest.update(citySheet.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 6));
    }

    /** The hash all addresses begin with. */
    public String version() {
        return version;
    }

    /** The address of a file such as {@code css/kit.css}. Throws {@link IllegalArgumentException} when there is none. */
    public String url(String path) {
        if (!files.containsKey(path)) {
            throw new IllegalArgumentException("There is no asset " + path);
        }
        return "/assets/" + version + "/" + path;
    }

    /** The one style sheet of a frame. */
    public String styles(String frame) {
        if (!Stylesheets.FRAMES.contains(frame)) {
            throw new IllegalArgumentException("There is no frame " + frame);
        }
        return "/assets/" + version + "/styles/" + frame + ".css";
    }

    String text(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException("There is no asset " + path);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    String citySheet() {
        return citySheet;
    }
}
