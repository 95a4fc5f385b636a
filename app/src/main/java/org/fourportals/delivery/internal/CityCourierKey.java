package org.fourportals.delivery.internal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

import org.fourportals.identity.SubjectVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The key with which the city signs what it tells the carrier, the same on every node. */
@Component
public class CityCourierKey {

    /** As requests name it. */
    static final String ID = "city";

    private static final Logger LOG = LoggerFactory.getLogger(CityCourierKey.class);

    private final KeyPair pair;

    CityCourierKey(SubjectVault vault, DeliverySettings settings) {
        byte[] seed = vault.systemKey("delivery");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        if (settings.hasCarrier()) {
            LOG.info("{} verifies what we tell it with this key: {}", settings.carrier(), publicKey());
        }
    }

    PrivateKey secret() {
        return pair.getPrivate();
    }

    /** X.509, base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** Gives the key's own bytes: an Ed25519 key is any 32 of them. */
    private static final class Seeded extends SecureRandom {

        private final byte[] seed;

        Seeded(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
