package org.fourportals.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Text;
import org.fourportals.identity.CurrentActor;
import org.fourportals.notice.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Puts the page frame together. A handler may take {@link Page} and {@link Actor} as parameters and returns the name of a template.
 */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    /** The package in which the build compiles the templates. */
    static final String TEMPLATES = "org.fourportals.portal.pages";

    static TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
    }

    @Bean
    City city(@Value("${fourportals.city.name.zh:示范市}") String zh, @Value("${fourportals.city.name.en:Demo City}") String en,
            CityTime time) {
        return new City(new Text(zh, en), time.zone());
    }

    @Bean
    Messages messages() {
        return Messages.fromClasspath();
    }

    @Bean
    Assets assets(@Value("${fourportals.city.stylesheet:}") String sheet) {
        return Assets.load(sheet.isBlank() ? null : Path.of(sheet));
    }

    @Bean
    PageFrame pageFrame(City city, Messages messages, Assets assets, CurrentActor currentActor, Inbox inbox) {
        return new PageFrame(new Page.House(messages, assets, city), currentActor::of, inbox::unread);
    }

    @Bean
    PageViews pageViews(PageFrame frame) {
        return new PageViews(engine(), frame);
    }

    @Bean
    WebMvcConfigurer portalPages(PageFrame frame, Assets assets) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Readers(frame));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ChoiceKeeper()).excludePathPatterns("/assets/**", "/api/**");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/assets/")
                        .setCacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addFixedVersionStrategy(assets.version(), "/**"));
            }
        };
    }

    /** Gives a handler its page and its actor. */
    private record Readers(PageFrame frame) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Page.class || parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest request = java.util.Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            Page page = frame.of(request);
            return parameter.getParameterType() == Page.class ? page : page.actor();
        }
    }

    private static final class ChoiceKeeper implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            PageFrame.keepChoices(request, response);
            return true;
        }
    }
}
