#include "server/delivery/webhook_carrier.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>

#include "server/delivery/curl_handle.h"
#include "server/delivery/notice_call.h"
#include "usecase/notice/call_address.h"
#include "usecase/notice/webhook_signature.h"

namespace vigie {

namespace {

/// Reads no more of an answer than was agreed.
struct AnswerLeft {
  std::size_t bytes = 0;
};

std::size_t take_answer(char*, std::size_t size, std::size_t count, void* of) {
  auto& left = *static_cast<AnswerLeft*>(of);
  const std::size_t taken = size * count;
  if (taken > left.bytes) return 0;
  left.bytes -= taken;
  return taken;
}

std::span<const std::uint8_t> bytes_of(const curl_sockaddr& address) {
  const void* at = &address.addr;
  if (address.family == AF_INET) {
    const auto* four = static_cast<const sockaddr_in*>(at);
    return {reinterpret_cast<const std::uint8_t*>(&four->sin_addr), 4};
  }
  if (address.family == AF_INET6) {
    const auto* six = static_cast<const sockaddr_in6*>(at);
    return {reinterpret_cast<const std::uint8_t*>(&six->sin6_addr), 16};
  }
  return {};
}

/// Whether the address is barred is looked at here, once its name has been resolved: a name may
/// stand for another address the next time.
curl_socket_t open_socket(void* may_be_any, curlsocktype, curl_sockaddr* address) {
  if (!*static_cast<const bool*>(may_be_any) && is_barred(bytes_of(*address))) {
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

class WebhookCarrier final : public Carrier {
 public:
  explicit WebhookCarrier(const WebhookCarrierParts& parts)
      : parts_{parts}, handle_{made_curl_handle()} {
    set_curl(handle_, CURLOPT_FOLLOWLOCATION, 0L);
    set_curl(handle_, CURLOPT_NOSIGNAL, 1L);
    set_curl(handle_, CURLOPT_PROXY, "");  // which would resolve names in our place
    set_curl(handle_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set_curl(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(parts.longest.count()));
    set_curl(handle_, CURLOPT_USERAGENT, "Vigie");
    set_curl(handle_, CURLOPT_WRITEFUNCTION, take_answer);
    set_curl(handle_, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set_curl(handle_, CURLOPT_OPENSOCKETDATA, &may_be_any_);
    stop_curl_with(handle_, parts.stops);
  }

  Receipt carry(const Parcel& parcel) override {
    const CalledWebhook& webhook = *parcel.webhook;
    if (webhook.secrets.empty()) {
      return {Handed::refused, "its secret was sealed with another key: give it another"};
    }
    const auto address = call_address_from(webhook.url);
    if (!address || !may_be_called(webhook.url, parts_.hosts)) {
      return {Handed::refused, "an address that is not called"};
    }
    may_be_any_ = is_listed(*address, parts_.hosts);
    const std::string body = notice_call_body(parcel.letters.front(), parts_.address);
    const CurlList fields = fields_of_call(parcel, body);
    AnswerLeft left{parts_.most_bytes};
    set_curl(handle_, CURLOPT_PROTOCOLS_STR, address->is_secure ? "https" : "http");
    set_curl(handle_, CURLOPT_URL, webhook.url.c_str());
    set_curl(handle_, CURLOPT_HTTPHEADER, fields.get());
    set_curl(handle_, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    set_curl(handle_, CURLOPT_POSTFIELDS, body.c_str());
    set_curl(handle_, CURLOPT_WRITEDATA, &left);
    return receipt_of(curl_easy_perform(handle_.get()));
  }

 private:
  static CurlList fields_of_call(const Parcel& parcel, const std::string& body) {
    using namespace std::chrono;
    const std::string now =
        std::to_string(floor<seconds>(system_clock::now().time_since_epoch()).count());
    std::string signatures;
    for (const std::string& secret : parcel.webhook->secrets) {
      if (!signatures.empty()) signatures += " ";
      signatures += webhook_signature(secret, {.id = parcel.id, .timestamp = now, .body = body});
    }
    CurlList fields{curl_slist_append(nullptr, "Content-Type: application/json")};
    for (const std::string& field : {"webhook-id: " + parcel.id, "webhook-timestamp: " + now,
                                     "webhook-signature: " + signatures, std::string{"Expect:"}}) {
      curl_slist_append(fields.get(), field.c_str());
    }
    return fields;
  }

  Receipt receipt_of(CURLcode code) {
    constexpr long gone = 410;
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    const bool is_answered = code == CURLE_OK || (code == CURLE_WRITE_ERROR && status >= 200);
    if (code == CURLE_ABORTED_BY_CALLBACK) return {Handed::stopped, {}};
    if (!is_answered) return {Handed::away, curl_easy_strerror(code)};
    if (status >= 200 && status < 300) return {Handed::taken, {}};
    const std::string answer = "HTTP " + std::to_string(status);
    return {status == gone ? Handed::gone : Handed::again, answer};
  }

  WebhookCarrierParts parts_;
  CurlHandle handle_;
  bool may_be_any_ = false;
};

}  // namespace

std::unique_ptr<Carrier> webhook_carrier(const WebhookCarrierParts& parts) {
  return std::make_unique<WebhookCarrier>(parts);
}

}  // namespace vigie
