package jp.michishirube.sharing.code;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says to a visitor whose visit is over what to do: open the link again. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerNoVisit {

    @ExceptionHandler(NoVisit.class)
    ModelAndView noVisit() {
        ModelAndView page = new ModelAndView("visit/refused", HttpStatus.UNAUTHORIZED);
        page.addObject("why", "VISIT_ENDED");
        return page;
    }
}
