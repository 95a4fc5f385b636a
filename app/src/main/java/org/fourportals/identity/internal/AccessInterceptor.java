package org.fourportals.identity.internal;

import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.identity.CurrentActor;
import org.fourportals.identity.MayCall;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses every call its handler's {@link MayCall} does not allow; who is not signed in is led to sign-in and back. */
@Component
class AccessInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final CurrentActor currentActor;
    private final HttpSessionRequestCache savedRequests = new HttpSessionRequestCache();

    AccessInterceptor(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Who may call this handler; empty where it does not say. */
    static Optional<MayCall> declaredBy(HandlerMethod handler) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), MayCall.class))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), MayCall.class)));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getPackageName().startsWith("org.fourportals")) {
            return true;
        }
        Actor actor = currentActor.of(request);
        Role[] allowed = declaredBy(method).map(MayCall::value).orElse(new Role[0]);
        if (Arrays.stream(allowed).anyMatch(actor::is)) {
            return true;
        }
        boolean unknown = actor instanceof Actor.Visitor || actor instanceof Actor.Device;
        if (!unknown) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.portal() == Portal.API) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        if (request.getMethod().equals("GET")) {
            savedRequests.saveRequest(request, response);
        }
        response.sendRedirect(signInPath(actor));
        return false;
    }

    private static String signInPath(Actor actor) {
        return actor.portal() == Portal.KIOSK
                ? (actor instanceof Actor.Device ? "/kiosk/sign-in" : "/kiosk")
                : "/oauth2/authorization/" + SecurityConfiguration.REGISTRATION;
    }
}
