package org.fourportals.portal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The style sheets, scripts and pictures of the kit. Their addresses begin with a hash of the whole folder, so that browsers may keep them for ever,
 * modules and style sheets refer to each other by plain relative paths, and a new version is never mixed with an old one.
 */
public final class Assets {

    private static final String FOLDER = "/static/assets/";

    private final String version;
    private final Set<String> paths;

    private Assets(String version, Set<String> paths) {
        this.version = version;
        this.paths = paths;
    }

    public static Assets fromClasspath() {
        try {
            Map<String, Resource> files = new TreeMap<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.*")) {
                String url = resource.getURL().toString();
                files.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), resource);
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                try (InputStream content = file.getValue().getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return new Assets(HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 6)), Set.copyOf(files.keySet()));
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException("The assets cannot be read", unreadable);
        }
    }

    /** The hash all addresses begin with. */
    public String version() {
        return version;
    }

    /** The address of a file such as {@code css/kit.css}. Throws {@link IllegalArgumentException} when there is none. */
    public String url(String path) {
        if (!paths.contains(path)) {
            throw new IllegalArgumentException("There is no asset " + path);
        }
        return "/assets/" + version + "/" + path;
    }
}
