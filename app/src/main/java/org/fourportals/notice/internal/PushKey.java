package org.fourportals.notice.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key by which push services know this city (VAPID, RFC 8292): made once, when first needed, the same on every node. */
@Component
public class PushKey {

    private static final Subject NOBODY = new Subject(0);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration VALID = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private @Nullable Pair pair;

    PushKey(JdbcClient jdbc, SubjectVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Pair(byte[] publicHalf, byte[] privateHalf) {
    }

    /** An uncompressed point in base64url, as browsers want it. */
    public String publicHalf() {
        return BASE64.encodeToString(pair().publicHalf());
    }

    /** The Authorization header for a push service. */
    String authorization(URI endpoint, String contact, Instant now) throws GeneralSecurityException {
        String claims = "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}".formatted(endpoint.getScheme() + "://" + endpoint.getAuthority(),
                now.plus(VALID).getEpochSecond(), contact.replaceAll("[\"\\\\\\p{Cntrl}]", ""));
        String token = BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pair().privateHalf())));
        signature.update(token.getBytes(StandardCharsets.US_ASCII));
        return "vapid t=" + token + "." + BASE64.encodeToString(signature.sign()) + ", k=" + publicHalf();
    }

    private synchronized Pair pair() {
        if (pair == null) {
            if (jdbc.sql("select count(*) from notice.push_key").query(Integer.class).single() == 0) {
                make();
            }
            pair = jdbc.sql("select public, private from notice.push_key")
                    .query((row, n) -> new Pair(row.getBytes("public"), vault.open(NOBODY, row.getBytes("private")))).single();
        }
        return pair;
    }

    private void make() {
        try {
            KeyPair fresh = PushCipher.freshPair();
            jdbc.sql("insert into notice.push_key (public, private) values (:public, :private) on conflict do nothing")
                    .param("public", PushCipher.bytes((ECPublicKey) fresh.getPublic())).param("private", vault.seal(NOBODY, fresh.getPrivate().getEncoded())).update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
