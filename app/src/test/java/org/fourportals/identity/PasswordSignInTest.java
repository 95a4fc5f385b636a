package org.fourportals.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.fourportals.TestCity;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordSignInTest {

    private final ProviderManager signIn = signIn();

    @Test
    void locksAUsernameAfterTenWrongPasswordsForAQuarterOfAnHour() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> attempt("guess")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> attempt("four-portals")).isInstanceOf(LockedException.class);
        TestCity.clock().advance(Duration.ofMinutes(16));
        assertThat(attempt("four-portals")).isEqualTo("wang-meili");
    }

    private String attempt(String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("wang-meili", password)).getName();
    }

    private static ProviderManager signIn() {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(TestCity.get(UserDetailsService.class));
        provider.setPasswordEncoder(TestCity.get(PasswordEncoder.class));
        ProviderManager manager = new ProviderManager(provider);
        manager.setAuthenticationEventPublisher(TestCity.get(AuthenticationEventPublisher.class));
        return manager;
    }
}
