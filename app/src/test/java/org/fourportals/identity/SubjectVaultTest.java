package org.fourportals.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.fourportals.TestCity;
import org.fourportals.base.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SubjectVaultTest {

    private final SubjectVault vault = TestCity.get(SubjectVault.class);
    private final byte[] secret = "林晓月 𠮷".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensForItsSubjectOnly() {
        byte[] sealed = vault.seal(new Subject(91), secret);
        assertThat(vault.open(new Subject(91), sealed)).isEqualTo(secret);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        vault.seal(new Subject(92), secret);
        assertThatThrownBy(() -> vault.open(new Subject(92), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesAChangedByte() {
        byte[] sealed = vault.seal(new Subject(93), secret);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(new Subject(93), changed)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void cannotBeOpenedOnceTheKeyIsDestroyed() {
        byte[] sealed = vault.seal(new Subject(94), secret);
        TestCity.get(JdbcClient.class).sql("delete from identity.subject_keys where subject = 94").update();
        assertThatThrownBy(() -> vault.open(new Subject(94), sealed)).isInstanceOf(SubjectVault.ErasedException.class);
    }

    @Test
    void findsIdentifiersByTypeAndValue() {
        assertThat(vault.blindIndex("resident-id", "1")).isEqualTo(vault.blindIndex("resident-id", "1"))
                .isNotEqualTo(vault.blindIndex("resident-id", "2")).isNotEqualTo(vault.blindIndex("passport", "1")).hasSize(32);
    }
}
