package org.fourportals.identity.internal;

import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.identity.Account;
import org.fourportals.identity.Accounts;
import org.fourportals.identity.ResidentDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Gives an account to a resident whom another issuer names for the first time, by the identity number it vouches for
 * ({@code fourportals.oidc.resident-id-claim}). Roles of staff never come from an issuer.
 */
@Component
class Newcomers {

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);
    private static final int LONGEST_NAME = 60;

    private final Accounts accounts;
    private final ResidentDirectory directory;
    private final String claim;

    Newcomers(Accounts accounts, ResidentDirectory directory, @Value("${fourportals.oidc.resident-id-claim:resident_id}") String claim) {
        this.accounts = accounts;
        this.directory = directory;
        this.claim = claim;
    }

    /**
     * The account of who just signed in, made now if need be; empty where the city knows nobody by that number, or where the account of that
     * name is somebody else's.
     */
    Optional<Account> welcome(Authentication signedIn) {
        Optional<Account> known = accounts.findByUsername(signedIn.getName());
        String number = signedIn.getPrincipal() instanceof OidcUser vouched ? vouched.getClaimAsString(claim) : null;
        Optional<Subject> resident = number == null ? Optional.empty() : directory.findByResidentId(number.strip());
        if (known.isPresent()) {
            boolean sameOne = number == null || known.get().subject() == null || known.get().subject().equals(resident.orElse(null));
            return sameOne ? known : Optional.empty();
        }
        if (!(signedIn.getPrincipal() instanceof OidcUser user)) {
            return Optional.empty();
        }
        if (resident.isEmpty() || accounts.findBySubject(resident.get()).isPresent()) {
            LOG.warn("Whoever the issuer calls {} gets no account: {}", signedIn.getName(), number == null ? "it gives no " + claim
                    : resident.isEmpty() ? "the directory does not know the number" : "the resident has one by another name");
            return Optional.empty();
        }
        Account account = Account.resident(signedIn.getName(), name(user), resident.get());
        accounts.register(account, UUID.randomUUID().toString(), null);
        return Optional.of(account);
    }

    private static Text name(OidcUser user) {
        String name = orElse(user.getFullName(), user.getName());
        return new Text(name, name);
    }

    private static String orElse(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() || name.length() > LONGEST_NAME ? otherwise : name.strip();
    }
}
