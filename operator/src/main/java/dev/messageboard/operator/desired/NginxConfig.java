package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;

/** The whole nginx.conf of the frontend; nothing of the image's own configuration is included. */
final class NginxConfig {

  private static final String SECURITY_HEADERS =
      """
      add_header X-Content-Type-Options nosniff always;
            add_header X-Frame-Options DENY always;
            add_header Referrer-Policy same-origin always;
            add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;
            add_header Content-Security-Policy "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" always;""";

  private static final String TEMPLATE =
      """
      worker_processes 1;
      pid /tmp/nginx.pid;
      error_log stderr warn;
      events {
        worker_connections 2048;
      }
      http {
        include /tmp/resolver.conf;
        types {
          text/html html;
          text/css css;
          text/javascript js mjs;
          text/plain txt;
          application/json json map;
          application/manifest+json webmanifest;
          font/woff2 woff2;
          image/png png;
          image/svg+xml svg;
          image/x-icon ico;
        }
        default_type application/octet-stream;
        client_body_temp_path /tmp/client-body;
        proxy_temp_path /tmp/proxy;
        fastcgi_temp_path /tmp/fastcgi;
        uwsgi_temp_path /tmp/uwsgi;
        scgi_temp_path /tmp/scgi;
        access_log /dev/stdout;
        server_tokens off;
        sendfile on;
        gzip on;
        gzip_min_length 1024;
        gzip_types text/css text/javascript application/json image/svg+xml;
        client_max_body_size 64k;

        # The name is looked up again and again: a Service that is made anew has a new address.
        upstream api {
          zone api 64k;
          server %1$s:80 resolve max_fails=0;
          keepalive 16;
        }

        server {
          listen 8080;
          root /srv/messageboard;

          location / {
            %2$s
            add_header Cache-Control no-cache always;
            try_files $uri /index.html;
          }
          location /assets/ {
            %2$s
            add_header Cache-Control "public, max-age=31536000, immutable";
            try_files $uri =404;
          }
          location = /config.json {
            %2$s
            add_header Cache-Control no-store always;
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
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_connect_timeout 2s;
            proxy_read_timeout 30s;
            error_page 413 = @too-large;
            error_page 502 504 = @api-away;
          }
          location @api-away {
            types {}
            default_type application/problem+json;
            add_header Retry-After 5 always;
            add_header Cache-Control no-store always;
            add_header X-Content-Type-Options nosniff always;
            return 503 '{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The board cannot be reached at the moment. Please try again in a few seconds."}';
          }
          location @too-large {
            types {}
            default_type application/problem+json;
            add_header X-Content-Type-Options nosniff always;
            return 413 '{"type":"about:blank","title":"Content Too Large","status":413,"detail":"The request is larger than 64 kilobytes."}';
          }
        }
      }
      """;

  private NginxConfig() {}

  static String of(MessageBoard board) {
    var api =
        Names.of(board, Component.API)
            + "."
            + board.getMetadata().getNamespace()
            + ".svc.cluster.local";
    return TEMPLATE.formatted(api, SECURITY_HEADERS);
  }
}
