#include "engine/base/text.h"
#include "notation/notice/message.h"
#include "server/api/identity_answers.h"
#include "server/api/notice/notice_routes.h"
#include "server/api/notice/webhook_trial.h"
#include "server/delivery/told_letter.h"
#include "usecase/notice/inbox.h"
#include "usecase/notice/template.h"

namespace vigie {

struct TemplateView {
  WarningTrigger watches{};
  SpokenLanguage language{};
  bool is_ours = true;
  std::int64_t version = 0;
  std::optional<std::string> subject;
  std::string body;
};

template <>
inline constexpr std::string_view title_of<TemplateView> = "NoticeTemplate";
template <>
inline constexpr auto fields_of<TemplateView> = std::tuple{
    field("watches", &TemplateView::watches, "Of notices of what."),
    field("language", &TemplateView::language, "For those who are spoken to in it."),
    field("is_ours", &TemplateView::is_ours, "The house has no words of its own for it."),
    field("version", &TemplateView::version, "Raised by one by each change; 0: ours."),
    field("subject", &TemplateView::subject,
          "With placeholders; none: ours, which is made of what there is to say."),
    field("body", &TemplateView::body, "With placeholders."),
};

struct PreviewAsked {
  std::optional<std::string> subject;
  std::optional<std::string> body;
  std::optional<std::string> notice;
};

template <>
inline constexpr std::string_view title_of<PreviewAsked> = "NoticePreviewToMake";
template <>
inline constexpr auto fields_of<PreviewAsked> = std::tuple{
    field("subject", &PreviewAsked::subject, "To be tried; without it, what is in force."),
    field("body", &PreviewAsked::body, "To be tried; without it, what is in force."),
    field("notice", &PreviewAsked::notice,
          "Reference of one of one's own notices; without it, a made-up one."),
};

struct PreviewView {
  std::string subject;
  std::string text;
  std::string html;
};

template <>
inline constexpr std::string_view title_of<PreviewView> = "NoticePreview";
template <>
inline constexpr auto fields_of<PreviewView> = std::tuple{
    field("subject", &PreviewView::subject, "Of the message."),
    field("text", &PreviewView::text, "The message as text."),
    field("html", &PreviewView::html, "The message as a page of its own."),
};

namespace {

constexpr auto for_templates = Permission::manage_deliveries;

Language language_of(const TemplatePlace& at) {
  return at.language == SpokenLanguage::fr ? Language::fr : Language::en;
}

/// None: no such words.
std::optional<TemplatePlace> place_of(const Call& call) {
  const auto watches = from_key<WarningTrigger>(folded(call.in_path("watches")));
  const auto language = from_key<SpokenLanguage>(folded(call.in_path("language")));
  if (!watches || !language) return std::nullopt;
  return TemplatePlace{.watches = *watches, .language = *language};
}

PlaceholderReader placeholders() {
  PlaceholderReader reader{.unknown = unknown_placeholder, .list = {}};
  for (const Word& word : Vocabulary<NoticePlaceholder>::words) {
    reader.list += (reader.list.empty() ? "{" : ", {") + std::string{word.key} + "}";
  }
  return reader;
}

TemplateView view_of(const TemplatePlace& at, const std::optional<NoticeTemplateRow>& kept) {
  TemplateView view{.watches = at.watches, .language = at.language, .subject = {}, .body = {}};
  if (kept) {
    view.is_ours = false;
    view.version = kept->version;
    view.subject = kept->subject;
    view.body = kept->body;
  } else {
    view.body = our_template(at.watches, 0, language_of(at)).body;
  }
  return view;
}

TemplateView view_in(const Look& rows, const TemplatePlace& at) {
  return view_of(at, kept_template(rows.rows, at.watches, at.language));
}

Route template_route(Method method, std::string_view pattern, std::string_view summary,
                     std::vector<Refusal> refusals,
                     std::function<Response(const Call&, const TemplatePlace&)> answer) {
  refusals.insert(refusals.begin(), Refusal::not_found);
  Route route = route_of({.pattern = pattern,
                          .permission = for_templates,
                          .refusals = std::move(refusals),
                          .summary = summary},
                         method);
  route.answer = [answer = std::move(answer)](const Call& call) {
    const auto at = place_of(call);
    if (!at) return refusal_response(call, refused(Refusal::not_found));
    return answer(call, *at);
  };
  return route;
}

constexpr std::string_view one_template = "/api/notice-templates/{watches}/{language}";

Route lists_templates(Installation& here) {
  Route route =
      lists(here,
            {.pattern = "/api/notice-templates",
             .permission = for_templates,
             .refusals = {},
             .summary = "The words of messages: of each kind of point, in each language."},
            [](const Look& rows, const ListAsked&) -> Outcome<ListPage<TemplateView>> {
              ListPage<TemplateView> page;
              for (const Word& watches : Vocabulary<WarningTrigger>::words) {
                for (const Word& language : Vocabulary<SpokenLanguage>::words) {
                  page.items.push_back(view_in(rows, {*from_key<WarningTrigger>(watches.key),
                                                      *from_key<SpokenLanguage>(language.key)}));
                }
              }
              return page;
            });
  return route;
}

Route reads_template(Installation& here) {
  Route route = template_route(
      Method::get, one_template, "The words of one kind of message in one language.", {},
      [&here](const Call& call, const TemplatePlace& at) {
        const auto seen =
            look(here, call.caller, for_templates,
                 [&](const Look& rows) -> Outcome<TemplateView> { return view_in(rows, at); });
        return seen ? plain_answer(*seen) : refusal_response(call, seen.error());
      });
  route.gives = shape_of<TemplateView>();
  return route;
}

Route sets_template(Installation& here) {
  Route route = template_route(
      Method::put, one_template, "Words of the house in place of ours.",
      {Refusal::template_malformed, Refusal::placeholder_unknown},
      [&here](const Call& call, const TemplatePlace& at) {
        return answer_body<TemplateAsked>(call, [&](const TemplateAsked& asked) {
          const auto done = perform(here, call.caller, for_templates, [&](Desk& desk) {
            return set_template(desk, at, asked, placeholders());
          });
          return done ? plain_answer(view_of(at, *done)) : refusal_response(call, done.error());
        });
      });
  route.takes = shape_of<TemplateAsked>();
  route.gives = shape_of<TemplateView>();
  return route;
}

Route resets_template(Installation& here) {
  Route route = template_route(
      Method::delete_, one_template, "Our words again.", {},
      [&here](const Call& call, const TemplatePlace& at) {
        const auto done = perform(here, call.caller, for_templates,
                                  [&](Desk& desk) { return reset_template(desk, at); });
        return done ? nothing_to_say() : refusal_response(call, done.error());
      });
  route.status = 204;
  return route;
}

/// With what is tried, in place of what is in force.
Outcome<PreviewView> preview(const Look& rows, const TemplatePlace& at, const PreviewAsked& asked,
                             const NoticeParts& parts) {
  Letter letter = sample_letter(at.watches);
  if (asked.notice) {
    const auto entry = inbox_notice(rows, *asked.notice);
    if (!entry) return entry.error();
    letter = entry->letter;
  }
  std::optional<NoticeTemplate> house;
  if (const auto kept = kept_template(rows.rows, at.watches, at.language)) {
    house = {.subject = kept->subject, .body = kept->body};
  }
  if (asked.subject || asked.body) {
    const TemplateView now = view_in(rows, at);
    const TemplateAsked tried{.subject = asked.subject.value_or(now.subject.value_or("{fact}")),
                              .body = asked.body.value_or(now.body)};
    if (auto refusal = template_refusal(tried, placeholders())) return *std::move(refusal);
    house = {.subject = tried.subject, .body = tried.body};
  }
  NoticeReader reader = reader_of(letter, parts.zones, parts.delivery.zone);
  reader.language = language_of(at);
  NoticeMessage message = message_of(told_notice(letter, parts.delivery.address), reader, house);
  return PreviewView{.subject = std::move(message.subject),
                     .text = std::move(message.text),
                     .html = std::move(message.html)};
}

Route previews_template(const NoticeParts& parts) {
  Route route = template_route(
      Method::post, "/api/notice-templates/{watches}/{language}/preview",
      "A message as it would be sent, with words to be tried or those in force.",
      {Refusal::unauthenticated, Refusal::template_malformed, Refusal::placeholder_unknown},
      [parts](const Call& call, const TemplatePlace& at) {
        return answer_body<PreviewAsked>(call, [&](const PreviewAsked& asked) {
          const auto seen = look(parts.here, call.caller, for_templates,
                                 [&](const Look& rows) { return preview(rows, at, asked, parts); });
          return seen ? plain_answer(*seen) : refusal_response(call, seen.error());
        });
      });
  route.takes = shape_of<PreviewAsked>();
  route.gives = shape_of<PreviewView>();
  return route;
}

}  // namespace

std::vector<Route> template_routes(const NoticeParts& parts) {
  return {lists_templates(parts.here), reads_template(parts.here), sets_template(parts.here),
          resets_template(parts.here), previews_template(parts)};
}

}  // namespace vigie
