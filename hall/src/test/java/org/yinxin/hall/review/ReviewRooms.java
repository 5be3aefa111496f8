package org.yinxin.hall.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.yinxin.hall.access.Actors;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperArchive;
import org.yinxin.hall.testing.People;

/** The reviewers' room with its doors, for made-up staff. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "org.yinxin.hall.access",
            "org.yinxin.hall.audit",
            "org.yinxin.hall.calendar",
            "org.yinxin.hall.catalogue",
            "org.yinxin.hall.privacy",
            "org.yinxin.hall.review",
            "org.yinxin.hall.web"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.yinxin\\.hall\\.(review\\.Review|calendar\\.Calendar)(Room|Rooms).*"))
@Import(PaperArchive.class)
public class ReviewRooms {

    private static final List<Actor.Operator> STAFF =
            List.of(
                    People.ENTRY_OFFICER,
                    People.OTHER_ENTRY_OFFICER,
                    People.APPROVING_OFFICER,
                    People.BOTH,
                    People.PRODUCER,
                    People.AUDITOR,
                    People.ADMINISTRATOR);

    @Bean
    Actors staff() {
        return new Actors() {
            @Override
            public TokenKind kind() {
                return TokenKind.OPERATOR;
            }

            @Override
            public Optional<Actor> find(UUID subject) {
                return STAFF.stream()
                        .filter(each -> each.operator().value().equals(subject))
                        .<Actor>map(each -> each)
                        .findFirst();
            }
        };
    }

    @Bean
    Actors subscribers() {
        return new Actors() {
            @Override
            public TokenKind kind() {
                return TokenKind.SUBSCRIBER;
            }

            @Override
            public Optional<Actor> find(UUID subject) {
                return Stream.of(People.SUBSCRIBER)
                        .filter(each -> each.account().value().equals(subject))
                        .<Actor>map(each -> each)
                        .findFirst();
            }
        };
    }
}
