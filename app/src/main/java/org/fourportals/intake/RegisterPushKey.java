package org.fourportals.intake;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.MessageSignature;
import org.fourportals.intake.internal.PushStore;
import org.springframework.stereotype.Component;

/**
 * Registers the public half of a key with which a department signs what it pushes. Refuses {@link RegisterPushKey.NotAKey} and
 * {@link RegisterPushKey.Known}.
 */
@Component
public final class RegisterPushKey implements Operation<RegisterPushKey.Request, RegisterPushKey.Result> {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 1_000;

    private final PushStore store;

    RegisterPushKey(PushStore store) {
        this.store = store;
    }

    /** @param pem the key as {@code openssl pkey -pubout} writes it */
    public record Request(String department, String name, String pem) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    /** @param id what signatures name it by */
    public record Registered(String id) implements Result {
    }

    public record NotAKey() implements Result, Refusal {
    }

    public record Known() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Optional<byte[]> key = read(request.pem());
        String name = request.name().strip();
        if (key.isEmpty() || name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return new NotAKey();
        }
        String id = HexFormat.of().formatHex(Arrays.copyOf(MessageSignature.sha256(key.get()), 8));
        return store.register(id, request.department(), name, key.get(), actor.id()) ? new Registered(id) : new Known();
    }

    private static Optional<byte[]> read(String pem) {
        if (pem.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        try {
            byte[] written = Base64.getDecoder().decode(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", ""));
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(written));
            return Optional.of(key.getEncoded());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
