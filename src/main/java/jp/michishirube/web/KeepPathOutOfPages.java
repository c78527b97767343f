package jp.michishirube.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Pages see what their controller gave them and nothing else. Thymeleaf would add the variables of the path: an {@code {id}} in the
 * address then became the {@code id} of every input that names none, and labels led nowhere.
 */
final class KeepPathOutOfPages implements HandlerInterceptor {

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        request.removeAttribute(View.PATH_VARIABLES);
    }
}
