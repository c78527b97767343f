package jp.michishirube.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class DatabaseAwayTest {

    private static DatabaseAway filter() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/general", "messages/layout");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine pages = new SpringTemplateEngine();
        pages.setTemplateResolver(templates);
        pages.setTemplateEngineMessageSource(texts);
        return new DatabaseAway(new BareRefusal(new ProblemDetails(texts, new ObjectMapper()), pages));
    }

    private static MockHttpServletResponse answer(String accept, Exception thrown) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/roster/imports");
        request.addHeader("Accept", accept);
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain chain = (q, r) -> {
            if (thrown instanceof ServletException e) {
                throw e;
            }
            throw (RuntimeException) thrown;
        };
        filter().doFilter(request, response, chain);
        return response;
    }

    @Test
    void aPersonIsToldOnAPageWithoutAFrame() throws Exception {
        MockHttpServletResponse page = answer("text/html,*/*", new CannotCreateTransactionException("secret"));
        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("データベースにつながりません", "最初の画面へ", "lang=\"ja\"").doesNotContain("secret");
    }

    @Test
    void aProgramIsToldInItsForm() throws Exception {
        MockHttpServletResponse answer = answer("*/*", new ServletException(new IllegalStateException(new SQLTransientConnectionException("secret"))));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("database-away").doesNotContain("secret");
        assertThat(answer("application/json", new DataAccessResourceFailureException("")).getStatus()).isEqualTo(503);
    }

    /** As it was seen when a server was killed under load. */
    @Test
    void aConnectionThatBreaksHalfWayIsToldTheSame() throws Exception {
        assertThat(answer("*/*", new IllegalStateException(new SQLException("An I/O error occurred", "08006"))).getStatus()).isEqualTo(503);
        assertThat(answer("*/*", new IllegalStateException(new SQLException("unexpected postmaster exit", "57P01"))).getStatus()).isEqualTo(503);
        assertThat(answer("*/*", new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"))).getStatus()).isEqualTo(503);
        assertThatThrownBy(() -> answer("*/*", new IllegalStateException(new SQLException("duplicate key", "23505")))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherFaultsAreNotItsBusiness() {
        assertThatThrownBy(() -> answer("text/html", new DuplicateKeyException("x"))).isInstanceOf(DuplicateKeyException.class);
    }
}
