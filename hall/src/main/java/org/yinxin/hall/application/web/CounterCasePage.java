package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.CounterSheet;
import org.yinxin.hall.application.Original;
import org.yinxin.hall.application.PrintReceipt;
import org.yinxin.hall.application.ReadCounterCase;
import org.yinxin.hall.application.ReadForm;
import org.yinxin.hall.application.Receipt;
import org.yinxin.hall.application.ReceiveOriginal;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** One application at the counter: the tasks, the originals, and the receipt that the visitor takes home. */
@Controller
@RequestMapping("/staff/counter/{number}")
class CounterCasePage {

    private final ReadCounterCase readCounterCase;
    private final ViewApplication viewApplication;
    private final ReadForm readForm;
    private final ReceiveOriginal receiveOriginal;
    private final PrintReceipt printReceipt;

    CounterCasePage(
            ReadCounterCase readCounterCase,
            ViewApplication viewApplication,
            ReadForm readForm,
            ReceiveOriginal receiveOriginal,
            PrintReceipt printReceipt) {
        this.readCounterCase = readCounterCase;
        this.viewApplication = viewApplication;
        this.readForm = readForm;
        this.receiveOriginal = receiveOriginal;
        this.printReceipt = printReceipt;
    }

    /**
     * One line of the list of originals.
     *
     * @param original what was done with it; null while nobody had it in hand
     */
    record Line(
            String code,
            String title,
            boolean required,
            boolean given,
            @Nullable Original original) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Locale reader) {
        CounterSheet sheet = Answers.valueOf(readCounterCase.read(who, number));
        ApplicationView view = Answers.valueOf(viewApplication.view(who, number));
        var form = Answers.valueOf(readForm.read(who, number));
        List<Task> tasks = CounterTasks.of(TaskList.of(view, form, reader), who, number);
        model.addAttribute("sheet", sheet);
        model.addAttribute("view", view);
        model.addAttribute("tasks", tasks);
        model.addAttribute("next", NextStep.of(view, tasks, reader));
        model.addAttribute("lines", lines(view, sheet.originals(), reader));
        model.addAttribute("justSubmitted", "submitted".equals(done));
        return "application/web/counter-case";
    }

    private static List<Line> lines(
            ApplicationView view, Map<String, Original> originals, Locale reader) {
        return view.papers().stream()
                .map(
                        paper ->
                                new Line(
                                        paper.code(),
                                        paper.title().in(reader),
                                        paper.required(),
                                        paper.bytes() != null,
                                        originals.get(paper.code())))
                .toList();
    }

    @PostMapping("/originals/{paper}")
    String receive(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @PathVariable String paper,
            @RequestParam(defaultValue = "false") boolean kept) {
        Answers.valueOf(receiveOriginal.receive(who, number, paper, kept));
        // To the paper itself: who works with the keyboard alone goes on with the next one from
        // there.
        return "redirect:/staff/counter/" + number + "#original-" + paper;
    }

    @GetMapping("/receipt")
    String receipt(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            HttpServletRequest request,
            Model model) {
        Receipt receipt = Answers.valueOf(printReceipt.print(who, number));
        model.addAttribute("receipt", receipt);
        model.addAttribute("fee", BigDecimal.valueOf(receipt.fee().fen(), 2));
        model.addAttribute(
                "place",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/applications")
                        .toUriString());
        return "application/web/receipt";
    }
}
