package org.fourportals.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.fourportals.base.Role;

/** Says who may call an endpoint. Every handler method, or its class, carries one; one without it is refused to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MayCall {

    Role[] value();
}
