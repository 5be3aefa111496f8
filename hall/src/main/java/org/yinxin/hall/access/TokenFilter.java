package org.yinxin.hall.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the holder of the request's token in place. A token that is not alive is no token: the chain then decides. */
final class TokenFilter extends OncePerRequestFilter {

    private final Tokens tokens;

    TokenFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = TokenCookie.read(request);
        if (token != null) {
            tokens.actorOf(token)
                    .ifPresent(
                            actor -> {
                                var context = SecurityContextHolder.createEmptyContext();
                                context.setAuthentication(new ActorAuthentication(actor));
                                SecurityContextHolder.setContext(context);
                            });
        }
        chain.doFilter(request, response);
    }

    /** The error page greets the same person. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
