package dev.messageboard.operator.desired;

import static java.util.stream.Collectors.joining;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.List;

/** The whole nginx.conf of the frontend; nothing of the image's own configuration is included. */
final class NginxConfig {

  private static final String SECURITY_HEADERS =
      """
      add_header X-Content-Type-Options nosniff always;
            add_header X-Frame-Options DENY always;
            add_header Referrer-Policy same-origin always;
            add_header Cross-Origin-Opener-Policy same-origin always;
            add_header Cross-Origin-Resource-Policy same-origin always;
            add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;
            add_header Content-Security-Policy "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify" always;""";

  private static final String TEMPLATE =
      """
      worker_processes 1;
      pid /tmp/nginx.pid;
      error_log stderr warn;
      events { worker_connections 2048; }
      http {
        include /tmp/resolver.conf;
        types {
          text/html html;
          text/css css;
          text/javascript js mjs;
          text/plain txt;
          application/json json map;
          image/svg+xml svg;
        }
        default_type application/octet-stream;
        client_body_temp_path /tmp/client-body;
        proxy_temp_path /tmp/proxy;
        fastcgi_temp_path /tmp/fastcgi;
        uwsgi_temp_path /tmp/uwsgi;
        scgi_temp_path /tmp/scgi;
        log_format json escape=json '{"time":"$time_iso8601","requestId":"$request_id","client":"$remote_addr","method":"$request_method","target":"$request_uri","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,"upstreamSeconds":"$upstream_response_time","cache":"$upstream_cache_status","userAgent":"$http_user_agent"}';
        access_log /dev/stdout json;
        server_tokens off;
        sendfile on;
        gzip_min_length 1024;
        gzip_vary on;
        gzip_types application/json application/atom+xml;
        large_client_header_buffers 4 8k;
        client_max_body_size 64k;
        map $request_uri $most_bytes {
          default 65536;
          ~^/api/v1/import 52428800;
        }

        # The client's address is what the nearest proxy that is not ours says.
        %3$s
        real_ip_header X-Forwarded-For;
        real_ip_recursive on;
        map $http_x_forwarded_proto $outer_scheme {
          default $scheme;
          http http;
          https https;
        }
        # What differs by path is a variable: a location with a header of its own would send none of the server's.
        # Lists are encoded here, not by the API, so that one copy serves everybody.
        map $uri $encodings {
          default $http_accept_encoding;
          ~^/api/v1/(messages|feed\\.atom)$ "";
        }
        map $uri $api_connection {
          default "";
          /api/v1/about close;
        }
        # The API says how long an answer may be shared; while it is away, the last one is better than none.
        proxy_cache_path /tmp/cache keys_zone=board:1m max_size=32m inactive=1d use_temp_path=off;

        # Whoever asks for a new list gets one, as the page does after its reader has written. Who does so all the
        # time gets what everybody gets: the limit refuses nothing, it only tells.
        map $http_cache_control $asks_for_new {
          default "";
          ~*no-cache $remote_addr;
        }
        limit_req_zone $asks_for_new zone=new:1m rate=1r/s;
        limit_req_dry_run on;
        limit_req_log_level info;
        map $limit_req_status:$asks_for_new $past_cache {
          default 0;
          ~^PASSED:. 1;
        }
        # The name is looked up again and again: a Service that is made anew has a new address. A connection
        # lives a minute, so that new pods get their share.
        upstream api {
          zone api 64k;
          server %1$s resolve max_fails=0;
          keepalive 16;
          keepalive_time 1m;
        }
        # One connection for one request: the Service picks a pod each time.
        upstream any-api {
          zone any-api 64k;
          server %1$s resolve max_fails=0;
        }

        server {
          listen 8080;
          root /srv/messageboard;
          proxy_http_version 1.1;
          proxy_set_header Connection $api_connection;
          proxy_set_header Accept-Encoding $encodings;
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-For $remote_addr;
          proxy_set_header X-Forwarded-Proto $outer_scheme;
          proxy_set_header X-Request-Id $request_id;
          proxy_connect_timeout 2s;
          proxy_read_timeout 30s;

          location / {
            %2$s
            add_header Cache-Control no-cache always;
            gzip_static on;
            try_files $uri /index.html;
          }
          location /assets/ {
            %2$s
            add_header Cache-Control "public, max-age=31536000, immutable";
            gzip_static on;
            try_files $uri =404;
          }
          location = /config.json {
            %2$s
            add_header Cache-Control no-cache always;
            alias /etc/messageboard/config.json;
          }
          location = /healthz {
            access_log off;
            types {}
            default_type text/plain;
            return 200 "ok\\n";
          }
          location /api/ {
            proxy_pass http://api;
          }
          # X-Cache tells the page what is old.
          location ~ ^/api/v1/(messages|feed\\.atom)$ {
            proxy_pass http://api;
            proxy_cache board;
            limit_req zone=new burst=20 nodelay;
            proxy_cache_bypass $past_cache;
            proxy_cache_lock on;
            proxy_cache_lock_timeout 1s;
            proxy_cache_use_stale error timeout updating http_500 http_502 http_503 http_504;
            add_header X-Cache $upstream_cache_status always;
            gzip on;
          }
          location = /api/v1/about {
            proxy_pass http://any-api;
          }
          # Events pass as they come; the API sends a heartbeat long before the time is up.
          location = /api/v1/stream {
            proxy_pass http://api;
            proxy_buffering off;
            proxy_read_timeout 2m;
          }
          # Whole boards come and go here, without a stop on this disk.
          location ~ ^/api/v1/(import|export\\.ndjson)$ {
            proxy_pass http://api;
            client_max_body_size 50m;
            proxy_request_buffering off;
            proxy_buffering off;
            proxy_read_timeout 10m;
          }
          # What nginx refuses by itself.
          %4$s
        }
      }
      """;

  private NginxConfig() {}

  /** The addresses of {@code trustedProxies}, in CIDR form, may say whom they speak for. */
  static String of(MessageBoard board, List<String> trustedProxies) {
    var api =
        Names.of(board, Component.API)
            + "."
            + board.getMetadata().getNamespace()
            + ".svc.cluster.local:"
            + board.getSpec().api().service().port();
    var trusted =
        trustedProxies.stream()
            .map(range -> "set_real_ip_from " + range + ";")
            .collect(joining("\n  "));
    var refusals = NginxRefusal.directives().indent(4).strip();
    return TEMPLATE.formatted(api, SECURITY_HEADERS, trusted, refusals);
  }
}
